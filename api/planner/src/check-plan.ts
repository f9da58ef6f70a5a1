import type { Days, PlanInput, PlanLimit, PlanReserve, Seat } from './plan-input.ts';

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
    if (limit.overPrice !== undefined) continue;
    // What stands already may be too much; the plan must not add to it.
    if (
      [...usedOf(limit, seats)].some(
        ([, { used, standing }]) => used > limit.atOnce && used > standing,
      )
    )
      faults.push(`limit ${index}: too many at once`);
  }
  for (const [index, reserve] of (input.reserves ?? []).entries()) {
    if (
      reserve.price === null &&
      [...shortOf(input, reserve, seats).values()].some((short) => short > 0)
    )
      faults.push(`reserve ${index}: too few kept free`);
  }
  return faults;
}

/** What a plan is worth: its stays, less what is paid for too much and too little of anything. */
export function worthOf(input: PlanInput, seats: readonly Seat[]): number {
  const { people, places, limits, reserves = [], shares = [] } = input;
  let worth = 0;
  for (const { person, place, from } of seats)
    worth += people[person]?.worth[place]?.[people[person].starts.indexOf(from)] ?? 0;
  for (const place of new Set(seats.map((seat) => seat.place)))
    worth -= places[place]?.opening ?? 0;
  for (const limit of limits) {
    for (const { used, standing } of usedOf(limit, seats).values())
      worth -= Math.max(0, used - Math.max(limit.atOnce, standing)) * (limit.overPrice ?? 0);
  }
  for (const reserve of reserves)
    for (const short of shortOf(input, reserve, seats).values())
      worth -= short * (reserve.price ?? 0);
  for (const share of shares) {
    const nights = seats
      .filter(({ place }) => share.places.includes(place))
      .reduce((sum, { from, until }) => sum + until - from, 0);
    worth -= share.price * (Math.max(0, share.least - nights) + Math.max(0, nights - share.most));
  }
  return worth;
}

/** Of a limit, night by night: how much is used, and how much of it by whom stands. */
function usedOf(
  limit: PlanLimit,
  seats: readonly Seat[],
): Map<number, { used: number; standing: number }> {
  const nights = new Map<number, { used: number; standing: number }>();
  const at = (night: number) => {
    let one = nights.get(night);
    if (!one) nights.set(night, (one = { used: 0, standing: 0 }));
    return one;
  };
  for (const night of limit.standing.flatMap(nightsOf)) {
    at(night).used += 1;
    at(night).standing += 1;
  }
  for (const seat of seats.filter(
    ({ person, place }) => limit.places.includes(place) && (limit.people?.includes(person) ?? true),
  ))
    for (const night of nightsOf(seat)) at(night).used += limit.amounts?.[seat.person] ?? 1;
  return nights;
}

/** Of what is kept free, night by night: how much the plan takes of it, beyond what no plan can help. */
function shortOf(
  { places }: PlanInput,
  { places: named, keep }: PlanReserve,
  seats: readonly Seat[],
): Map<number, number> {
  const taken = new Map<number, number>();
  for (const seat of seats) {
    if (!named.includes(seat.place)) continue;
    for (const night of nightsOf({
      from: seat.from,
      until: seat.until + (places[seat.place]?.gap ?? 0),
    }))
      taken.set(night, (taken.get(night) ?? 0) + 1);
  }
  const short = new Map<number, number>();
  for (const [night, count] of taken) {
    const isIn = (days: Days) => days.from <= night && night < days.until;
    const free = named.filter(
      (index) =>
        (places[index]?.open.some(isIn) ?? false) && !(places[index]?.taken.some(isIn) ?? false),
    ).length;
    short.set(night, Math.max(0, count - Math.max(0, free - keep)));
  }
  return short;
}
