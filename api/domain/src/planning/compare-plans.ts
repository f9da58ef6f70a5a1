import { decidingRule, inAgreedOrder, rankedOf, type Ranked } from '../matching/agreed-order.ts';
import type { MatchRule } from '../matching/finding.ts';
import { verdictOf } from '../matching/judge.ts';
import type { JudgedSeat } from './judged-seats.ts';
import type { PlannedSeat } from './plan-ask.ts';

/** What is other for a person in a second plan. */
export type PlanChange = 'SAME' | 'OTHER_DAYS' | 'OTHER_PLACE' | 'OTHER_CITY' | 'PLACED' | 'LEFT_OUT' | 'NOT_IN_ONE' | 'NOT_IN_OTHER';

/** Somebody in a plan: where, or nowhere. */
export type InPlan = { readonly defenderId: string; readonly seat: (PlannedSeat & { readonly cityId: string }) | null };

/** What is other for somebody from one plan to another; `undefined` is one who isn't of its cohort. */
export function changeBetween(one: InPlan | undefined, other: InPlan | undefined): PlanChange {
  if (one === undefined) return other === undefined ? 'SAME' : 'NOT_IN_ONE';
  if (other === undefined) return 'NOT_IN_OTHER';
  if (one.seat === null) return other.seat === null ? 'SAME' : 'PLACED';
  if (other.seat === null) return 'LEFT_OUT';
  if (one.seat.cityId !== other.seat.cityId) return 'OTHER_CITY';
  if (one.seat.placeId !== other.seat.placeId) return 'OTHER_PLACE';
  return one.seat.span.from === other.seat.span.from && one.seat.span.until === other.seat.span.until ? 'SAME' : 'OTHER_DAYS';
}

/** Whether a person is better off in a second plan; EVEN is other, and as good. */
export type PlanEffect = 'SAME' | 'BETTER' | 'WORSE' | 'EVEN';

/**
 * What a second plan does to one person, and the rule that decided: by the order in which this person's own options are
 * ranked, so that nobody is measured against anybody else. A seat is better than none, and none decides by no rule.
 */
export function effectBetween(one: JudgedSeat | undefined, other: JudgedSeat | undefined): { readonly effect: PlanEffect; readonly decidedBy: MatchRule | null } {
  if (one === undefined || other === undefined) return { effect: one === other ? 'SAME' : one === undefined ? 'BETTER' : 'WORSE', decidedBy: null };
  const [a, b] = [one.seat, other.seat];
  if (a.placeId === b.placeId && a.span.from === b.span.from && a.span.until === b.span.until) return { effect: 'SAME', decidedBy: null };
  const [before, after] = [ranked(one), ranked(other)];
  const order = inAgreedOrder(after, before);
  if (order === 0) return { effect: 'EVEN', decidedBy: null };
  return order < 0 ? { effect: 'BETTER', decidedBy: decidingRule(after, before) } : { effect: 'WORSE', decidedBy: decidingRule(before, after) };
}

function ranked({ seat, findings }: JudgedSeat): Ranked {
  return rankedOf({ placement: seat, findings, verdict: verdictOf(findings), blocked: findings.filter(({ verdict }) => verdict === 'BLOCKED').length });
}
