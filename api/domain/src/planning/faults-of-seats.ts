import type { MatchRule } from '../matching/finding.ts';
import { withPairs } from './build-plan-input.ts';
import { judgedSeats } from './judged-seats.ts';
import type { PlanAsk, PlannedSeat } from './plan-ask.ts';

/** A seat that breaks hard rules, with the rules. */
export type FaultySeat = { readonly seat: PlannedSeat; readonly brokenBy: readonly MatchRule[] };

/**
 * The seats that break a hard rule with everybody else where the plan has them, judged day by day by the rules that
 * judge one defender; it knows nothing of how the plan was made. A plan with any is thrown away.
 */
export function faultsOfSeats(ask: PlanAsk, seats: readonly PlannedSeat[]): FaultySeat[] {
  const people = withPairs(ask.people, ask.apart, ask.today);
  return judgedSeats({ ...ask, people }, seats).filter(({ brokenBy }) => brokenBy.length > 0).map(({ seat, brokenBy }) => ({ seat, brokenBy }));
}
