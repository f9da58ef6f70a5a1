import { worthOf } from './check-plan.ts';
import { Occupancy } from './occupancy.ts';
import type { PlanInput, Seat } from './plan-input.ts';
import { spaceOf, type PlanSpace } from './plan-space.ts';
import { columnsOf, seatsOf } from './seats-of.ts';

/** A seat that somebody could have while nobody else moves, and what the whole would gain by it. */
export type Fit = { readonly seat: Seat; readonly gain: number };

/**
 * The best seats for one person beside a plan that stands: one in each city, the best first, nobody else moved. `mayHave` is
 * asked of each before it counts, where somebody knows more of it than the input does.
 */
export function bestFit(
  input: PlanInput,
  seats: readonly Seat[],
  person: number,
  count: number,
  mayHave: (seat: Seat) => boolean = () => true,
): Fit[] {
  const others = seats.filter((seat) => seat.person !== person);
  const space = spaceOf(onlyTheirs(input, others, person));
  const occupancy = new Occupancy(space, columnsOf(space, others));
  const inCity = new Map<number, { column: number; value: number }>();
  const byValue = fitting(space, occupancy, person)
    .map((column) => ({
      column,
      value: (space.worth[column] ?? 0) - occupancy.extraCost(column),
    }))
    .sort((a, b) => b.value - a.value || a.column - b.column);
  for (const fit of byValue) {
    const { city = -1, places = [] } = space.classes[space.kind[fit.column] ?? 0] ?? {};
    if (inCity.size >= count) break;
    if (inCity.has(city)) continue;
    const from = input.people[person]?.starts[space.start[fit.column] ?? 0] ?? 0;
    const until = from + (space.nights[fit.column] ?? 0);
    if (mayHave({ person, place: places[0] ?? -1, from, until })) inCity.set(city, fit);
  }
  const before = worthOf(input, others);
  return [...inCity.values()].flatMap(({ column }) => {
    const after = seatsOf(space, new Occupancy(space, [...occupancy.columns(), column]), seats);
    const seat = after.find((one) => one.person === person);
    return seat ? [{ seat, gain: worthOf(input, after) - before }] : [];
  });
}

/** The stays of a person that fit beside what is there. */
export function fitting(space: PlanSpace, occupancy: Occupancy, person: number): number[] {
  const found: number[] = [];
  for (let column = space.first[person] ?? 0; column < (space.first[person + 1] ?? 0); column += 1)
    if (occupancy.fits(column)) found.push(column);
  return found;
}

/** The input with of all others only the stays they have: everything else about them is as it was, and there is little to look at. */
export function onlyTheirs(input: PlanInput, others: readonly Seat[], person: number): PlanInput {
  const fromOf = new Map(others.map((seat) => [seat.person, seat.from]));
  return {
    ...input,
    people: input.people.map((one, index) => {
      if (index === person) return one;
      const start = one.starts.indexOf(fromOf.get(index) ?? -1);
      if (start === -1) return { ...one, starts: [], nights: [], worth: [] };
      return {
        ...one,
        starts: one.starts.slice(start, start + 1),
        nights: one.nights.slice(start, start + 1),
        worth: one.worth.map((list) => list.slice(start, start + 1)),
      };
    }),
  };
}
