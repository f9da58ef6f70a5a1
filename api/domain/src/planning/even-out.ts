import { epochDayOf } from '../calendar/calendar-date.ts';
import { pinnedSeats, type BuiltPlan } from './build-plan-input.ts';
import { fairParts, nightsOutOfBand, type FairPart } from './fair-parts.ts';
import { nightsByCity } from './nights-by-city.ts';
import type { PlanAsk, PlannedSeat } from './plan-ask.ts';
import type { PlanInput } from './plan-input.ts';
import { seatsOfAnswer, type AnsweredSeat } from './seats-of-answer.ts';

/** A second question to the planner: the same people, and of each only the stays that are as good as the one they have. */
export type Evening = Pick<BuiltPlan, 'input' | 'people'> & {
  /** The seats as they are, as the second question names them; each that stays is worth one. */
  readonly before: readonly AnsweredSeat[];
};

/**
 * What is asked of the planner so that cities are asked for their fair part: everybody who has a place keeps one, in a
 * stay that is equal by all that is more important than fairness, and moves only when that brings a city nearer to its
 * band. So fairness costs nobody anything that is agreed to come before it. `null` when every city is in its band.
 *
 * One night nearer to a band is worth more than everybody staying where they are; a place is worth more than all of it.
 */
export function eveningOf(ask: PlanAsk, built: BuiltPlan, answered: readonly AnsweredSeat[]): Evening | null {
  const parts = fairParts(ask, seatsOfAnswer(built, answered, ask.people));
  const away = nightsOutOfBand(parts);
  if (away === 0) return null;
  const price = answered.length + 1;
  const placed = away * price + 1;
  const indexOf = new Map(answered.map(({ person }, at) => [person, at]));
  const only = (all: readonly number[]) => all.flatMap((person) => indexOf.get(person) ?? []);
  const { places, limits, apart, reserves } = built.input;
  return {
    people: answered.flatMap(({ person }) => built.people[person] ?? []),
    before: answered.map((seat, person) => ({ ...seat, person })),
    input: {
      places,
      people: answered.flatMap((seat) => equalStays(ask, built, seat, placed)),
      limits: limits.map((limit) => ({ ...limit, people: limit.people && only(limit.people) })),
      apart: apart.flatMap((pair) => { const [a, b] = only(pair); return a === undefined || b === undefined ? [] : [[a, b] as const]; }),
      reserves,
      shares: sharesOf(ask, built, parts, price),
    },
  };
}

/** The stays that are as good for somebody as theirs; that alone for whoever keeps the place of the plan before. */
function equalStays({ keeps }: PlanAsk, { input, people, alike }: BuiltPlan, seat: AnsweredSeat, placed: number): PlanInput['people'] {
  const [person, groups] = [input.people[seat.person], alike[seat.person]];
  if (person === undefined || groups === undefined) return [];
  const own = person.starts.indexOf(seat.from);
  const ownRow = groups[seat.place];
  const group = ownRow?.[own] ?? -1;
  const kept = people[seat.person]?.kept ?? null;
  const isFixed = keeps && kept !== null && kept.placeId === input.places[seat.place]?.id && epochDayOf(kept.span.from) === seat.from;
  // Places that no rule can tell apart share one row, and the planner takes them as one kind.
  const rows = new Map([...new Set(groups)].map((row) => [row, row.map((each, start) => (isFixed ? row === ownRow && start === own : each === group && group >= 0) ? placed : -1)]));
  return [{ ...person, worth: groups.map((row) => rows.get(row) ?? []) }];
}

function sharesOf({ people }: PlanAsk, { input: { places }, cities }: BuiltPlan, parts: readonly FairPart[], price: number): NonNullable<PlanInput['shares']> {
  const pinned = nightsByCity(cities, pinnedSeats(people));
  return parts.filter(({ side }) => side !== 'NOTHING_OFFERED').map(({ cityId, least, most }) => {
    const already = pinned.get(cityId) ?? 0;
    const own = places.flatMap((place, at) => (cities[place.city]?.cityId === cityId ? [at] : []));
    return { places: own, least: Math.max(0, least - already), most: Math.max(0, most - already), price };
  });
}

/** The seats of a plan once fairness was asked, and from which seat it moved somebody. */
export type EvenedSeats = { readonly seats: readonly PlannedSeat[]; readonly movedFrom: ReadonlyMap<string, PlannedSeat> };

/** Takes what the planner answered, if everybody still has a place and the cities are nearer to their bands by it. */
export function evened(ask: PlanAsk, seats: readonly PlannedSeat[], evening: Evening, answered: readonly AnsweredSeat[]): EvenedSeats {
  const after = seatsOfAnswer(evening, answered, ask.people);
  const [now, then] = [nightsOutOfBand(fairParts(ask, seats)), nightsOutOfBand(fairParts(ask, after))];
  if (after.length !== seats.length || then >= now) return { seats, movedFrom: new Map() };
  const before = new Map(seats.map((seat) => [seat.defenderId, seat]));
  const moved = after.flatMap((seat) => {
    const was = before.get(seat.defenderId);
    return was === undefined || (was.placeId === seat.placeId && was.span.from === seat.span.from) ? [] : [[seat.defenderId, was] as const];
  });
  return { seats: after, movedFrom: new Map(moved) };
}
