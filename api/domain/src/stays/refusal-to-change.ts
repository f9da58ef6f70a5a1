import { addDays, addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import type { StayChange, StayRefusal } from './stay-changes.ts';
import { stayTransitions, type StayAction } from './stay-transitions.ts';
import type { Stay, StayActor } from './stay.ts';

/** A hold is kept for at most so many days from the day it is given, so that a place is never lost to silence. */
export const longestHoldDays = 14;

/** A guest's return is reviewed in the days before departure, not earlier: a month-old review says nothing. */
export const returnReviewDays = 14;

/**
 * An actual arrival lies at most so many days before the planned one: whoever looks for stays around some nights looks no
 * further by the planned day.
 */
export const earlyArrivalDays = 60;

/** A stay is planned for at most so many months. */
export const longestStayMonths = 3;

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

function refusalOfActor(action: StayAction, cityId: string, actor: StayActor): StayRefusal | null {
  if (!stayTransitions[action].by.includes(actor.role)) return { reason: 'NOT_YOUR_ROLE', action };
  if (actor.role === 'CITY_PARTNER' && actor.cityId !== cityId) return { reason: 'NOT_YOUR_CITY' };
  return null;
}

function refusalOfDates(
  arrival: CalendarDate,
  departure: CalendarDate,
  today: CalendarDate,
): StayRefusal | null {
  if (departure <= arrival) return { reason: 'DEPARTURE_NOT_AFTER_ARRIVAL' };
  if (arrival < today) return { reason: 'ARRIVAL_IN_PAST' };
  const latestDeparture = addMonths(arrival, longestStayMonths);
  return departure > latestDeparture ? { reason: 'LONGER_THAN_PROGRAMME', latestDeparture } : null;
}

function refusalOfHold(holdUntil: CalendarDate, today: CalendarDate): StayRefusal | null {
  if (holdUntil <= today) return { reason: 'HOLD_NOT_IN_FUTURE' };
  const latestHoldUntil = addDays(today, longestHoldDays);
  return holdUntil > latestHoldUntil ? { reason: 'HOLD_TOO_LONG', latestHoldUntil } : null;
}

function refusalOfExpiredHold({ holdUntil }: Stay, today: CalendarDate): StayRefusal | null {
  return holdUntil !== null && holdUntil < today ? { reason: 'HOLD_EXPIRED', holdUntil } : null;
}

function refusalOfEnd(
  stay: Stay,
  actualDeparture: CalendarDate,
  today: CalendarDate,
): StayRefusal | null {
  if (stay.actualArrival !== null && actualDeparture <= stay.actualArrival)
    return { reason: 'DEPARTURE_BEFORE_ARRIVAL' };
  return actualDeparture > today ? { reason: 'DEPARTURE_IN_FUTURE' } : null;
}

/**
 * Why a draft may not be made; `null` when it may. Free nights, visa days and the person's other stays are asked of
 * their own rules (`free-spans.ts`, `ninety-in-one-eighty.ts`, `stays-clash.ts`) because one stay can't see them.
 *
 * Units   days are calendar days of the host city; departure is the first night not slept there.
 * Errors  nothing is thrown: a refusal is a value, and the first that applies is returned.
 * Source  the programme's stay table, row "– → DRAFT"; "a stay lasts up to three months".
 */
export function refusalToDraft(
  wish: {
    readonly cityId: string;
    readonly arrival: CalendarDate;
    readonly departure: CalendarDate;
    readonly defenderSelected: boolean;
  },
  actor: StayActor,
  today: CalendarDate,
): StayRefusal | null {
  const refusal = refusalOfActor('stay:draft', wish.cityId, actor);
  if (refusal !== null) return refusal;
  if (!wish.defenderSelected) return { reason: 'DEFENDER_NOT_SELECTED' };
  return refusalOfDates(wish.arrival, wish.departure, today);
}

/**
 * Why a change may not be made to a stay; `null` when it may. Role and city come first, so that a refusal tells
 * nobody the state of a stay that isn't theirs; then the state table; then the guard of the action.
 *
 * Units   days are calendar days of the host city; a hold stands through the whole of `holdUntil`.
 * Errors  nothing is thrown: a refusal is a value, and the first that applies is returned.
 * Source  the programme's stay table.
 */
export function refusalToChange(
  stay: Stay,
  change: StayChange,
  actor: StayActor,
  today: CalendarDate,
): StayRefusal | null {
  const { action } = change;
  const refusal = refusalOfActor(action, stay.cityId, actor);
  if (refusal !== null) return refusal;
  if (!stayTransitions[action].from.includes(stay.status))
    return { reason: 'WRONG_STATE', status: stay.status, action };
  return refusalOfGuard(stay, change, today);
}

function refusalOfGuard(stay: Stay, change: StayChange, today: CalendarDate): StayRefusal | null {
  switch (change.action) {
    case 'stay:move':
      return refusalOfDates(change.arrival, change.departure, today);
    case 'stay:offer-other-dates':
      return (
        refusalOfExpiredHold(stay, today) ?? refusalOfDates(change.arrival, change.departure, today)
      );
    case 'stay:propose':
      if (isBlank(change.note)) return { reason: 'NOTE_REQUIRED' };
      return (
        refusalOfDates(stay.plannedArrival, stay.plannedDeparture, today) ??
        refusalOfHold(change.holdUntil, today)
      );
    case 'stay:extend-hold':
      return refusalOfHold(change.holdUntil, today);
    case 'stay:accept-other-dates':
      if (change.offered === null) return { reason: 'NOTHING_OFFERED' };
      return (
        refusalOfExpiredHold(stay, today) ??
        refusalOfDates(change.offered.from, change.offered.until, today)
      );
    case 'stay:confirm':
      return refusalOfExpiredHold(stay, today);
    case 'stay:lapse':
      return stay.holdUntil !== null && stay.holdUntil >= today
        ? { reason: 'HOLD_STILL_RUNS', holdUntil: stay.holdUntil }
        : null;
    case 'stay:turn-down':
      return null;
    case 'stay:decline':
    case 'stay:cancel':
      if (change.reason === null) return { reason: 'REASON_REQUIRED' };
      return isBlank(change.note) && (change.action === 'stay:decline' || change.reason === 'OTHER')
        ? { reason: 'NOTE_REQUIRED' }
        : null;
    case 'stay:start-travel':
      return change.openBlockingItems > 0 && isBlank(change.overrideReason)
        ? { reason: 'BLOCKING_ITEMS_OPEN', count: change.openBlockingItems }
        : null;
    case 'stay:arrive':
      return refusalOfArrival(stay, change.actualArrival, today);
    case 'stay:no-show':
      if (today <= stay.plannedArrival)
        return { reason: 'NOT_YET_PAST_ARRIVAL', plannedArrival: stay.plannedArrival };
      return isBlank(change.welfareCheckNote) ? { reason: 'WELFARE_CHECK_REQUIRED' } : null;
    case 'stay:extend':
      if (change.departure <= stay.plannedDeparture) {
        return { reason: 'NOT_LATER_THAN_NOW', plannedDeparture: stay.plannedDeparture };
      }
      return change.managerApproved ? null : { reason: 'MANAGER_APPROVAL_REQUIRED' };
    case 'stay:transfer':
      return change.newPlaceConfirmed
        ? refusalOfEnd(stay, change.transferDay, today)
        : { reason: 'NEW_PLACE_NOT_CONFIRMED' };
    case 'stay:cut-short':
      if (change.reason === null) return { reason: 'REASON_REQUIRED' };
      if (change.reason === 'OTHER' && isBlank(change.note)) return { reason: 'NOTE_REQUIRED' };
      if (change.actualDeparture >= stay.plannedDeparture) {
        return { reason: 'NOT_SHORTER', plannedDeparture: stay.plannedDeparture };
      }
      return refusalOfEnd(stay, change.actualDeparture, today);
    case 'stay:depart':
      return refusalOfEnd(stay, change.actualDeparture, today) ?? refusalOfReturn(change);
    case 'stay:review-return':
      return change.reviewerIsCleared ? null : { reason: 'CLEARANCE_REQUIRED' };
    case 'stay:close':
      return (change.followUpsDone && change.evaluationDone) || !isBlank(change.reason)
        ? null
        : { reason: 'FOLLOW_UPS_OPEN' };
  }
}

function refusalOfArrival(
  { plannedArrival, plannedDeparture }: Stay,
  actualArrival: CalendarDate,
  today: CalendarDate,
): StayRefusal | null {
  if (actualArrival > today) return { reason: 'ARRIVAL_IN_FUTURE' };
  const earliest = addDays(plannedArrival, -earlyArrivalDays);
  if (actualArrival < earliest) return { reason: 'ARRIVAL_TOO_EARLY', earliest };
  return actualArrival >= plannedDeparture
    ? { reason: 'ARRIVAL_AFTER_PLANNED_DEPARTURE', plannedDeparture }
    : null;
}

function refusalOfReturn({
  actualDeparture,
  returnReviewedOn,
  withoutReviewBecause,
}: Extract<StayChange, { action: 'stay:depart' }>): StayRefusal | null {
  const reviewFrom = addDays(actualDeparture, -returnReviewDays);
  const reviewed =
    returnReviewedOn !== null &&
    returnReviewedOn >= reviewFrom &&
    returnReviewedOn <= actualDeparture;
  return reviewed || !isBlank(withoutReviewBecause)
    ? null
    : { reason: 'RETURN_NOT_REVIEWED', reviewFrom };
}
