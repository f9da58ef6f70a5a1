import { overlaps } from '../calendar/date-span.ts';
import type { PairApart, PlanAsk, PlannedSeat } from './plan-ask.ts';

/** The pairs that must not be near each other by notes of which this reader may open none. */
export function hiddenPairs({ people, apart }: Pick<PlanAsk, 'people' | 'apart'>): PairApart[] {
  const named = new Map(people.map(({ defender: { defenderId, risk } }) => [defenderId, new Set(risk.notNear.flatMap((rule) => (rule.hidden ? [] : [rule.defenderId])))]));
  return apart.filter(([one, other]) => named.get(one)?.has(other) !== true);
}

/** Those of a hidden pair with somebody: of them this reader is told of no one but the somebody. */
export function hiddenFrom(ask: Pick<PlanAsk, 'people' | 'apart'>, defenderId: string): ReadonlySet<string> {
  return new Set(hiddenPairs(ask).flatMap(([one, other]) => (one === defenderId ? [other] : other === defenderId ? [one] : [])));
}

/**
 * Who breaks a rule that the reader may not read, by being near somebody in a plan. Of two only one is answered: both
 * would name the pair.
 */
export function hiddenMeetings(ask: PlanAsk, seats: readonly PlannedSeat[]): ReadonlySet<string> {
  const cityOf = new Map(ask.cities.flatMap(({ cityId, places }) => places.map(({ placeId }) => [placeId, cityId] as const)));
  const seatOf = new Map(seats.map((seat) => [seat.defenderId, seat]));
  const met = hiddenPairs(ask).filter(([one, other]) => {
    const [a, b] = [seatOf.get(one), seatOf.get(other)];
    return a !== undefined && b !== undefined && cityOf.get(a.placeId) === cityOf.get(b.placeId) && overlaps(a.span, b.span);
  });
  return new Set(met.map(([one]) => one));
}
