import { faultsOf, worthOf } from './check-plan.ts';
import { Occupancy } from './occupancy.ts';
import type { PlanInput, Seat } from './plan-input.ts';
import { spaceOf, type PlanSpace } from './plan-space.ts';
import { columnsOf, seatsOf } from './seats-of.ts';
import { everything, isThere, pinned, type Where } from './settled.ts';
import type { Solver } from './solver.ts';
import { chooseWithoutMeetings } from './without-meetings.ts';

/** A seat that changes: where somebody was, and where they would be. */
export type Move = { readonly before: Seat; readonly after: Seat };

/** What would follow if a person had another place than the plan gives. */
export type WhyNot =
  /** No stay of theirs there is allowed, or what is fixed leaves no room: whoever asks knows the named reasons. */
  | { readonly kind: 'impossible' }
  | {
      readonly kind: 'possible';
      /** The seat they would have. */
      readonly seat: Seat;
      /** What the whole plan would lose; less than nothing where it was not the best one. */
      readonly costs: number;
      /** Who would move, who would lose their place, and who would get one. */
      readonly moves: readonly Move[];
      readonly leftOut: readonly Seat[];
      readonly joins: readonly Seat[];
      /** The whole plan as it would be; it passed the checker. */
      readonly seats: readonly Seat[];
    };

/** People without a place who are asked again, and stays of each of those who may move. */
const waitingAtMost = 25;
const staysOfEach = 60;

/**
 * What would follow if a person were there: they are put there, and the cities concerned are planned anew with everybody in
 * them, exactly; whoever stays elsewhere isn't moved.
 */
export function whyNot(
  input: PlanInput,
  seats: readonly Seat[],
  person: number,
  where: Where,
  solver: Solver,
): WhyNot {
  const bonus = everything(input);
  const forced = pinned(input, person, where, bonus);
  const space = spaceOf(forced);
  const own = Array.from(
    { length: (space.first[person + 1] ?? 0) - (space.first[person] ?? 0) },
    (_, index) => (space.first[person] ?? 0) + index,
  );
  if (own.length === 0) return { kind: 'impossible' };
  const before = seats.find((seat) => seat.person === person);
  const cities = new Set(own.map((column) => cityOf(space, column)));
  const cityBefore = before && input.places[before.place]?.city;
  if (cityBefore !== undefined) cities.add(cityBefore);
  const isConcerned = (seat: Seat) => cities.has(input.places[seat.place]?.city ?? -1);
  const fixed = new Occupancy(
    space,
    columnsOf(
      space,
      seats.filter((seat) => seat.person !== person && !isConcerned(seat)),
    ),
  );
  const seated = new Set(seats.map((seat) => seat.person));
  const waiting = input.people
    .flatMap((_, index) => (seated.has(index) || index === person ? [] : [index]))
    .slice(0, waitingAtMost);
  const movable = [
    ...seats
      .filter((seat) => seat.person !== person && isConcerned(seat))
      .map((seat) => seat.person),
    ...waiting,
  ];
  const standing = new Set(columnsOf(space, seats));
  const columns = [
    ...own,
    ...movable.flatMap((other) => staysFor(space, fixed, other, cities, standing)),
  ];
  const fitting = Int32Array.from(new Set(columns.filter((column) => fixed.fits(column)))).sort();
  const found = chooseWithoutMeetings(space, fitting, [], solver, { nodes: 2_000 }, fixed);
  const after = seatsOf(space, found.occupancy, seats);
  const seat = after.find((one) => one.person === person);
  if (!seat || !isThere(input, where, seat.place, seat.from)) return { kind: 'impossible' };
  const faults = faultsOf(input, after);
  if (faults.length > 0) throw new Error(`The plan breaks a rule: ${faults.join('; ')}`);
  return {
    kind: 'possible',
    seat,
    costs: worthOf(input, seats) - worthOf(input, after),
    seats: after,
    ...differences(seats, after),
  };
}

const cityOf = ({ classes, kind }: PlanSpace, column: number): number =>
  classes[kind[column] ?? 0]?.city ?? -1;

/** Of somebody who may move: what they have, all stays in the cities concerned, and their best ones elsewhere. */
function staysFor(
  space: PlanSpace,
  fixed: Occupancy,
  person: number,
  cities: ReadonlySet<number>,
  standing: ReadonlySet<number>,
): number[] {
  const near: number[] = [];
  const far: number[] = [];
  for (
    let column = space.first[person] ?? 0;
    column < (space.first[person + 1] ?? 0);
    column += 1
  ) {
    if (!fixed.fits(column)) continue;
    (standing.has(column) || cities.has(cityOf(space, column)) ? near : far).push(column);
  }
  far.sort((a, b) => (space.worth[b] ?? 0) - (space.worth[a] ?? 0) || a - b);
  return [...near, ...far.slice(0, staysOfEach)];
}

/** What changes from one plan to another, person by person. */
export function differences(
  before: readonly Seat[],
  after: readonly Seat[],
): { moves: Move[]; leftOut: Seat[]; joins: Seat[] } {
  const now = new Map(after.map((seat) => [seat.person, seat]));
  const then = new Set(before.map((seat) => seat.person));
  return {
    moves: before.flatMap((seat) => {
      const next = now.get(seat.person);
      return next &&
        (next.place !== seat.place || next.from !== seat.from || next.until !== seat.until)
        ? [{ before: seat, after: next }]
        : [];
    }),
    leftOut: before.filter((seat) => !now.has(seat.person)),
    joins: after.filter((seat) => !then.has(seat.person)),
  };
}
