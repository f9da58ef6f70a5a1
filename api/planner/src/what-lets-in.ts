import { bestFit, fitting, onlyTheirs } from './best-fit.ts';
import { Occupancy } from './occupancy.ts';
import type { PlanInput, PlanPerson, Seat } from './plan-input.ts';
import { spaceOf } from './plan-space.ts';
import { columnsOf } from './seats-of.ts';

/** How far to look for what would let somebody in. */
export type Leeway = {
  /** Days by which they could come earlier or later, the least first. */
  readonly shifts: readonly number[];
  /** Nights by which their stay could be shorter, the least first. */
  readonly cuts: readonly number[];
  /**
   * Asks the rules whether the person may have a stay that nobody judged yet; each stay that is free then is looked at, also
   * where all days of theirs were forbidden. Asked `asksAtMost` times.
   */
  readonly mayHave?: (seat: Seat) => boolean;
};

/** Each question costs all rules once. */
const asksAtMost = 300;

/**
 * The smallest changes that let a person in while nobody else moves. Of days that nobody judged, `mayHave` decides; without
 * it they are taken to be worth what the nearest judged one is, and whoever shows them asks the rules first.
 */
export type LetsIn = {
  /** What is free already, if anything is: then nothing has to change. */
  readonly free: readonly Seat[];
  /** Cities where one more place for that stay would do, and the limits that would have to allow one more as well. */
  readonly onePlaceMore: readonly {
    readonly city: number;
    readonly from: number;
    readonly until: number;
    readonly limits: readonly number[];
  }[];
  /** The least shift of arrival that does; negative is earlier. */
  readonly shift: { readonly days: number; readonly seat: Seat } | null;
  readonly shorter: { readonly nights: number; readonly seat: Seat } | null;
};

/** A few weeks either way, and up to a third of three months. */
export const usualLeeway: Leeway = { shifts: [7, 14, 21, 28, 42, 56], cuts: [7, 14, 21, 28] };

/** The smallest changes that let in a person whom the plan left out, each by looking again. */
export function whatLetsIn(
  input: PlanInput,
  seats: readonly Seat[],
  person: number,
  { shifts, cuts, mayHave }: Leeway = usualLeeway,
): LetsIn {
  const others = seats.filter((seat) => seat.person !== person);
  const one = input.people[person];
  if (!one) return { free: [], onePlaceMore: [], shift: null, shorter: null };
  const withPerson = (changed: PlanPerson): PlanInput => ({
    ...input,
    people: input.people.map((other, index) => (index === person ? changed : other)),
  });
  let asks = 0;
  const isAllowed = mayHave && ((seat: Seat) => (asks += 1) <= asksAtMost && mayHave(seat));
  const first = (changed: PlanPerson): Seat | undefined =>
    bestFit(withPerson(mayHave ? hopeful(changed) : changed), others, person, 1, isAllowed)[0]
      ?.seat;
  const shift = shifts
    .flatMap((days) => [days, -days])
    .map((days) => ({ days, seat: first({ ...one, starts: one.starts.map((day) => day + days) }) }))
    .find(({ seat }) => seat);
  const shorter = cuts
    .map((nights) => ({
      nights,
      seat: first({ ...one, nights: one.nights.map((had) => Math.max(1, had - nights)) }),
    }))
    .find(({ seat }) => seat);
  return {
    free: bestFit(input, others, person, 3).map(({ seat }) => seat),
    onePlaceMore: onePlaceMore(input, others, person),
    shift: shift?.seat ? { days: shift.days, seat: shift.seat } : null,
    shorter: shorter?.seat ? { nights: shorter.nights, seat: shorter.seat } : null,
  };
}

/** Stays on days that are forbidden become the least that the person would take: the days they change to may not be. */
function hopeful(person: PlanPerson): PlanPerson {
  const least = person.worth
    .flat()
    .reduce((low, worth) => (worth > 0 && (low === 1 || worth < low) ? worth : low), 1);
  return {
    ...person,
    worth: person.worth.map((list) => list.map((worth) => Math.max(worth, least))),
  };
}

/** City by city: an empty place more, open whenever they could stay, and the person's best stay in it that fits; first without, then with wider limits. */
function onePlaceMore(
  input: PlanInput,
  others: readonly Seat[],
  person: number,
): LetsIn['onePlaceMore'] {
  const cities = [...new Set(input.places.map(({ city }) => city))].sort((a, b) => a - b);
  return cities.flatMap((city) => {
    const own = input.places.flatMap((place, index) => (place.city === city ? [index] : []));
    const limits = input.limits.flatMap((limit, index) =>
      limit.overPrice === undefined && own.some((place) => limit.places.includes(place))
        ? [index]
        : [],
    );
    for (const wider of [[], ...limits.map((limit) => [limit]), limits]) {
      const seat = inOneMore(input, others, person, { city, own, wider });
      if (seat) return [{ city, from: seat.from, until: seat.until, limits: wider }];
    }
    return [];
  });
}

type More = {
  readonly city: number;
  readonly own: readonly number[];
  readonly wider: readonly number[];
};

function inOneMore(
  input: PlanInput,
  others: readonly Seat[],
  person: number,
  { city, own, wider }: More,
): { from: number; until: number } | undefined {
  const place = input.places.length;
  const gap = Math.min(...own.map((index) => input.places[index]?.gap ?? 0));
  const joins = <T extends { readonly places: readonly number[] }>(group: T): T =>
    group.places.some((index) => own.includes(index))
      ? { ...group, places: [...group.places, place] }
      : group;
  const { starts = [], nights = [] } = input.people[person] ?? {};
  const always = {
    from: Math.min(...starts),
    until: Math.max(...starts.map((day, index) => day + (nights[index] ?? 0))),
  };
  const more: PlanInput = {
    ...input,
    places: [...input.places, { id: 'one more', city, gap, open: [always], taken: [] }],
    limits: input.limits
      .map(joins)
      .map((limit, index) =>
        wider.includes(index) ? { ...limit, atOnce: limit.atOnce + 1 } : limit,
      ),
    reserves: (input.reserves ?? []).map(joins),
    shares: (input.shares ?? []).map(joins),
    // As good as their best stay in the city on that day: what forbids a place alone forbids no other.
    people: input.people.map((one, index) => ({
      ...one,
      worth: [
        ...one.worth,
        index === person
          ? one.starts.map((_, start) =>
              Math.max(-1, ...own.map((at) => one.worth[at]?.[start] ?? -1)),
            )
          : one.starts.map(() => -1),
      ],
    })),
  };
  const space = spaceOf(onlyTheirs(more, others, person));
  const occupancy = new Occupancy(space, columnsOf(space, others));
  const there = fitting(space, occupancy, person).filter(
    (column) => space.classes[space.kind[column] ?? 0]?.places[0] === place,
  );
  const best = there.sort((a, b) => (space.worth[b] ?? 0) - (space.worth[a] ?? 0) || a - b)[0];
  const from =
    best === undefined ? undefined : input.people[person]?.starts[space.start[best] ?? 0];
  return from === undefined || best === undefined
    ? undefined
    : { from, until: from + (input.people[person]?.nights[space.start[best] ?? 0] ?? 0) };
}
