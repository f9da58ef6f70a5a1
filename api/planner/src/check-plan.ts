import type { Days, PlanInput, Seat } from './plan-input.ts';

const lie = ({ from, until }: Days, inside: Days): boolean =>
  from >= inside.from && until <= inside.until;
const touch = (a: Days, b: Days): boolean => a.from < b.until && b.from < a.until;
const nightsOf = ({ from, until }: Days): number[] =>
  Array.from({ length: until - from }, (_, index) => from + index);

/**
 * What is wrong with a plan, night by night; nothing when it holds. It knows only the rules and shares no code with what makes
 * plans, so that both can't be wrong in the same way.
 */
export function faultsOf(input: PlanInput, seats: readonly Seat[]): string[] {
  const faults: string[] = [];
  const nameOf = ({ person, place }: Seat) =>
    `${input.people[person]?.id ?? '?'} in ${input.places[place]?.id ?? '?'}`;
  const seen = new Set<number>();
  for (const seat of seats) {
    const person = input.people[seat.person];
    const place = input.places[seat.place];
    if (!person || !place) {
      faults.push(`${nameOf(seat)}: nobody, or nowhere`);
      continue;
    }
    if (seen.has(seat.person)) faults.push(`${nameOf(seat)}: placed twice`);
    seen.add(seat.person);
    const start = person.starts.indexOf(seat.from);
    if (start === -1 || person.nights[start] !== seat.until - seat.from)
      faults.push(`${nameOf(seat)}: not these days`);
    else if ((person.worth[seat.place]?.[start] ?? -1) < 0)
      faults.push(`${nameOf(seat)}: forbidden there`);
    if (!place.open.some((open) => lie(seat, open)))
      faults.push(`${nameOf(seat)}: outside what is open`);
    const withRest = { from: seat.from, until: seat.until + place.gap };
    if (place.taken.some((taken) => touch(withRest, taken)))
      faults.push(`${nameOf(seat)}: over a stay that stands`);
    for (const other of seats) {
      if (
        other !== seat &&
        other.place === seat.place &&
        touch(withRest, { from: other.from, until: other.until + place.gap }) &&
        seat.from <= other.from
      )
        faults.push(`${nameOf(seat)}: over ${nameOf(other)}`);
    }
  }
  for (const [a, b] of input.apart) {
    const one = seats.find(({ person }) => person === a);
    const two = seats.find(({ person }) => person === b);
    if (
      one &&
      two &&
      input.places[one.place]?.city === input.places[two.place]?.city &&
      touch(one, two)
    )
      faults.push(`${nameOf(one)} and ${nameOf(two)}: near each other`);
  }
  for (const [index, limit] of input.limits.entries()) {
    const used = new Map<number, number>();
    const concerned = seats.filter(
      ({ person, place }) =>
        limit.places.includes(place) && (limit.people?.includes(person) ?? true),
    );
    for (const night of [...limit.standing, ...concerned].flatMap(nightsOf))
      used.set(night, (used.get(night) ?? 0) + 1);
    const standing = new Map<number, number>();
    for (const night of limit.standing.flatMap(nightsOf))
      standing.set(night, (standing.get(night) ?? 0) + 1);
    // What stands already may be too much; the plan must not add to it.
    if (
      [...used].some(([night, count]) => count > limit.atOnce && count > (standing.get(night) ?? 0))
    )
      faults.push(`limit ${String(index)}: too many at once`);
  }
  return faults;
}

/** What a plan is worth. */
export const worthOf = (input: PlanInput, seats: readonly Seat[]): number =>
  seats.reduce((sum, { person, place, from }) => {
    const one = input.people[person];
    return sum + (one?.worth[place]?.[one.starts.indexOf(from)] ?? 0);
  }, 0);
