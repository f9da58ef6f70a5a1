import { judgePlacement } from '../matching/match-defender.ts';
import type { MatchRule } from '../matching/finding.ts';
import { withPairs, withSeats } from './build-plan-input.ts';
import type { PlanAsk, PlannedSeat } from './plan-ask.ts';

/** A seat that breaks hard rules, with the rules. */
export type FaultySeat = { readonly seat: PlannedSeat; readonly brokenBy: readonly MatchRule[] };

/**
 * The seats that break a hard rule with everybody else where the plan has them, judged day by day by the rules that
 * judge one defender; it knows nothing of how the plan was made. A plan with any is thrown away.
 */
export function faultsOfSeats(ask: PlanAsk, seats: readonly PlannedSeat[]): FaultySeat[] {
  const people = new Map(withPairs(ask.people, ask.apart, ask.today).map((person) => [person.defender.defenderId, person]));
  const cityOf = new Map(ask.cities.flatMap(({ cityId, places }) => places.map(({ placeId }) => [placeId, cityId] as const)));
  return seats.flatMap((seat) => {
    const person = people.get(seat.defenderId);
    const cityId = cityOf.get(seat.placeId);
    if (person === undefined || cityId === undefined) return [{ seat, brokenBy: ['CAPACITY' as const] }];
    const others = seats.filter(({ defenderId }) => defenderId !== seat.defenderId);
    const { defender, window, lengthNights } = person;
    const cities = withSeats(ask.cities.filter((city) => city.cityId === cityId), others, ask.people);
    const judged = judgePlacement({ today: ask.today, defender, window, lengthNights, cities }, cityId, seat);
    const broken = (judged?.findings ?? []).filter(({ verdict, rule }) => verdict === 'BLOCKED' || (rule === 'CAPACITY' && verdict === 'UNKNOWN'));
    return broken.length === 0 && judged !== null ? [] : [{ seat, brokenBy: broken.map(({ rule }) => rule) }];
  });
}
