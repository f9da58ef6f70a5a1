import type { Role } from '../accounts/roles.ts';
import { intersect, isEmpty, overlaps, type DateSpan } from '../calendar/date-span.ts';
import type { CapacityStatus } from './capacity-status.ts';

/** What the rules read of a capacity period: a place that a city offers from a day to a day. */
export type CapacityPeriod = {
  readonly id: string;
  readonly placeId: string;
  readonly cityId: string;
  readonly status: CapacityStatus;
  readonly span: DateSpan;
};

/** Everything that can be done to a capacity period. */
export const capacityActions = [
  'capacity:request',
  'capacity:offer',
  'capacity:confirm',
  'capacity:change',
  'capacity:withdraw',
] as const;
export type CapacityAction = (typeof capacityActions)[number];

/** One row of the capacity's state table; `NONE` is a period that doesn't exist yet. */
export type CapacityTransition = {
  readonly from: readonly (CapacityStatus | 'NONE')[];
  readonly to: CapacityStatus;
  readonly by: readonly Role[];
};

/**
 * The state table of a capacity period. A city may offer unasked and change its offer; only a city confirms, because the
 * confirmation is its signature, and only a city changes what it signed: `span` is then the new one, and the nights
 * that go are asked of `refusalToTakeNights`.
 *
 * Source  "REQUESTED (coordinator asks) → OFFERED (city enters) → CONFIRMED (city signs) → WITHDRAWN (with a reason)".
 */
export const capacityTransitions: Readonly<Record<CapacityAction, CapacityTransition>> = {
  'capacity:request': { from: ['NONE'], to: 'REQUESTED', by: ['COORDINATOR'] },
  'capacity:offer': {
    from: ['NONE', 'REQUESTED', 'OFFERED'],
    to: 'OFFERED',
    by: ['CITY_PARTNER'],
  },
  'capacity:confirm': { from: ['OFFERED'], to: 'CONFIRMED', by: ['CITY_PARTNER'] },
  'capacity:change': { from: ['CONFIRMED'], to: 'CONFIRMED', by: ['CITY_PARTNER'] },
  'capacity:withdraw': {
    from: ['REQUESTED', 'OFFERED', 'CONFIRMED'],
    to: 'WITHDRAWN',
    by: ['CITY_PARTNER', 'COORDINATOR'],
  },
};

/** Who asks for a change to capacity. */
export type CapacityActor = { readonly role: Role; readonly cityId: string | null };

/** Why a change to capacity is refused. */
export type CapacityRefusal =
  | {
      readonly reason: 'WRONG_STATE';
      readonly status: CapacityStatus | 'NONE';
      readonly action: CapacityAction;
    }
  | { readonly reason: 'NOT_YOUR_ROLE'; readonly action: CapacityAction }
  | { readonly reason: 'NOT_YOUR_CITY' }
  | { readonly reason: 'UNTIL_NOT_AFTER_FROM' }
  | { readonly reason: 'PERIOD_OVERLAPS'; readonly periodId: string; readonly nights: DateSpan }
  | { readonly reason: 'REASON_REQUIRED' }
  | { readonly reason: 'STAY_LIES_ON_IT'; readonly nights: DateSpan };

/** The facts that the guards of a change to capacity read. */
export type CapacityFacts = {
  /** Other periods of the same place; withdrawn ones don't count. */
  readonly standingPeriods: readonly CapacityPeriod[];
  /** Nights of the place that occupying stays take. */
  readonly occupied: readonly DateSpan[];
  /** Why it is withdrawn; read for a withdrawal only. */
  readonly reason: string | null;
};

/**
 * Why an action on a capacity period is refused; `null` when it isn't. Role and city come before the state.
 *
 * Errors  nothing is thrown: a refusal is a value, and the first that applies is returned.
 * Source  "capacity under a stay can't be withdrawn or shortened".
 */
export function refusalToChangeCapacity(
  period: Omit<CapacityPeriod, 'status'> & { readonly status: CapacityStatus | 'NONE' },
  action: CapacityAction,
  actor: CapacityActor,
  facts: CapacityFacts,
): CapacityRefusal | null {
  const { from, by } = capacityTransitions[action];
  if (!by.includes(actor.role)) return { reason: 'NOT_YOUR_ROLE', action };
  if (actor.role === 'CITY_PARTNER' && actor.cityId !== period.cityId)
    return { reason: 'NOT_YOUR_CITY' };
  if (!from.includes(period.status))
    return { reason: 'WRONG_STATE', status: period.status, action };
  if (action === 'capacity:withdraw') {
    if (facts.reason === null || facts.reason.trim() === '') return { reason: 'REASON_REQUIRED' };
    return period.status === 'CONFIRMED'
      ? refusalToTakeNights([period.span], facts.occupied)
      : null;
  }
  if (isEmpty(period.span)) return { reason: 'UNTIL_NOT_AFTER_FROM' };
  const other = facts.standingPeriods.find(
    (standing) =>
      standing.id !== period.id &&
      standing.status !== 'WITHDRAWN' &&
      overlaps(standing.span, period.span),
  );
  const nights = other === undefined ? null : intersect(other.span, period.span);
  return other === undefined || nights === null
    ? null
    : { reason: 'PERIOD_OVERLAPS', periodId: other.id, nights };
}

/**
 * Why nights can't be taken away from a place, by a withdrawal, a shortening or blocked days: a stay lies on them.
 * `taken` are the nights that would go; `null` means that nobody sleeps there then.
 */
export function refusalToTakeNights(
  taken: readonly DateSpan[],
  occupied: readonly DateSpan[],
): Extract<CapacityRefusal, { reason: 'STAY_LIES_ON_IT' }> | null {
  for (const span of taken) {
    for (const stay of occupied) {
      const nights = intersect(span, stay);
      if (nights !== null) return { reason: 'STAY_LIES_ON_IT', nights };
    }
  }
  return null;
}
