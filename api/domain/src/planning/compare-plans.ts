import type { PlannedSeat } from './plan-ask.ts';

/** What is other for a person in a second plan. */
export type PlanChange = 'SAME' | 'OTHER_DAYS' | 'OTHER_PLACE' | 'OTHER_CITY' | 'PLACED' | 'LEFT_OUT' | 'NOT_IN_ONE' | 'NOT_IN_OTHER';

/** Somebody in a plan: where, or nowhere. */
export type InPlan = { readonly defenderId: string; readonly seat: (PlannedSeat & { readonly cityId: string }) | null };

/** What is other for somebody from one plan to another; `undefined` is one who isn't of its cohort. */
export function changeBetween(one: InPlan | undefined, other: InPlan | undefined): PlanChange {
  if (one === undefined) return 'NOT_IN_ONE';
  if (other === undefined) return 'NOT_IN_OTHER';
  if (one.seat === null) return other.seat === null ? 'SAME' : 'PLACED';
  if (other.seat === null) return 'LEFT_OUT';
  if (one.seat.cityId !== other.seat.cityId) return 'OTHER_CITY';
  if (one.seat.placeId !== other.seat.placeId) return 'OTHER_PLACE';
  return one.seat.span.from === other.seat.span.from && one.seat.span.until === other.seat.span.until ? 'SAME' : 'OTHER_DAYS';
}
