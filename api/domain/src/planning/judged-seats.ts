import type { Finding, MatchRule } from '../matching/finding.ts';
import { asShown } from '../matching/judge.ts';
import { judgePlacement } from '../matching/match-defender.ts';
import { hiddenRule } from '../matching/rules/hidden-rule.ts';
import { withSeats } from './build-plan-input.ts';
import { hiddenMeetings } from './hidden-meetings.ts';
import type { PlanAsk, PlannedSeat } from './plan-ask.ts';

/** A seat with what the rules say of it, everybody else where the plan has them. */
export type JudgedSeat = {
  readonly seat: PlannedSeat;
  readonly findings: readonly Finding[];
  /** The hard rules it breaks; a place that isn't there, or isn't signed for, breaks the first. */
  readonly brokenBy: readonly MatchRule[];
};

/** Judges seats of a plan, all of them unless some are named, by the rules that judge one defender. */
export function judgedSeats(ask: PlanAsk, seats: readonly PlannedSeat[], some = seats): JudgedSeat[] {
  const people = new Map(ask.people.map((person) => [person.defender.defenderId, person]));
  const cityOf = new Map(ask.cities.flatMap((city) => city.places.map(({ placeId }) => [placeId, city] as const)));
  const hiddenlyNear = hiddenMeetings(ask, seats);
  return some.map((seat) => {
    const person = people.get(seat.defenderId);
    const city = cityOf.get(seat.placeId);
    if (person === undefined || city === undefined) return { seat, findings: [], brokenBy: ['CAPACITY'] };
    const others = seats.filter(({ defenderId }) => defenderId !== seat.defenderId);
    const { defender, window, lengthNights } = person;
    const judged = judgePlacement({ today: ask.today, defender, window, lengthNights, cities: ask.cities.map((one) => (one === city ? withSeats([city], others, ask.people)[0] ?? city : one)) }, city.cityId, seat);
    const findings = hiddenlyNear.has(seat.defenderId) ? asShown([...(judged?.findings ?? []), hiddenRule]) : (judged?.findings ?? []);
    const broken = findings.filter(({ verdict, rule }) => verdict === 'BLOCKED' || (rule === 'CAPACITY' && verdict === 'UNKNOWN'));
    return { seat, findings, brokenBy: broken.map(({ rule }) => rule) };
  });
}
