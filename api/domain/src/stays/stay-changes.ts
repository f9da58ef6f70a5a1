import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { DateSpan } from '../calendar/date-span.ts';
import type { CancelReason, CutShortReason, DeclineReason, StayStatus } from './stay-status.ts';
import type { StayAction } from './stay-transitions.ts';

/** What someone wants to do to an existing stay, with the facts that its guard reads. */
export type StayChange =
  | {
      readonly action: 'stay:move';
      readonly arrival: CalendarDate;
      readonly departure: CalendarDate;
    }
  | { readonly action: 'stay:propose'; readonly note: string; readonly holdUntil: CalendarDate }
  | { readonly action: 'stay:extend-hold'; readonly holdUntil: CalendarDate }
  | {
      /** The city's "yes, other dates": the proposal waits for the coordinator. */
      readonly action: 'stay:offer-other-dates';
      readonly arrival: CalendarDate;
      readonly departure: CalendarDate;
    }
  | {
      /** `offered` are the dates the city said yes to, `null` when it offered none. */
      readonly action: 'stay:accept-other-dates';
      readonly offered: DateSpan | null;
    }
  | { readonly action: 'stay:confirm' }
  | {
      readonly action: 'stay:decline';
      readonly reason: DeclineReason | null;
      readonly note: string;
    }
  | { readonly action: 'stay:lapse' }
  | { readonly action: 'stay:turn-down' }
  | { readonly action: 'stay:cancel'; readonly reason: CancelReason | null; readonly note: string }
  | {
      readonly action: 'stay:start-travel';
      readonly openBlockingItems: number;
      readonly overrideReason: string | null;
    }
  | { readonly action: 'stay:arrive'; readonly actualArrival: CalendarDate }
  | { readonly action: 'stay:no-show'; readonly welfareCheckNote: string }
  | {
      readonly action: 'stay:extend';
      readonly departure: CalendarDate;
      readonly managerApproved: boolean;
    }
  | {
      readonly action: 'stay:transfer';
      readonly transferDay: CalendarDate;
      readonly newPlaceConfirmed: boolean;
    }
  | {
      readonly action: 'stay:cut-short';
      readonly actualDeparture: CalendarDate;
      readonly reason: CutShortReason | null;
      readonly note: string;
    }
  | {
      readonly action: 'stay:depart';
      readonly actualDeparture: CalendarDate;
      readonly returnReviewedOn: CalendarDate | null;
      readonly withoutReviewBecause: string | null;
    }
  | { readonly action: 'stay:review-return'; readonly reviewerIsCleared: boolean }
  | {
      readonly action: 'stay:close';
      readonly followUpsDone: boolean;
      readonly evaluationDone: boolean;
      readonly reason: string | null;
    };

/** Why a change to a stay is refused: a value that a service turns into a problem and a page into a sentence. */
export type StayRefusal =
  | { readonly reason: 'WRONG_STATE'; readonly status: StayStatus; readonly action: StayAction }
  | { readonly reason: 'NOT_YOUR_ROLE'; readonly action: StayAction }
  | { readonly reason: 'NOT_YOUR_CITY' }
  | { readonly reason: 'DEFENDER_NOT_SELECTED' }
  | { readonly reason: 'NOTE_REQUIRED' }
  | { readonly reason: 'REASON_REQUIRED' }
  | { readonly reason: 'DEPARTURE_NOT_AFTER_ARRIVAL' }
  | { readonly reason: 'LONGER_THAN_PROGRAMME'; readonly latestDeparture: CalendarDate }
  | { readonly reason: 'ARRIVAL_IN_PAST' }
  | { readonly reason: 'HOLD_NOT_IN_FUTURE' }
  | { readonly reason: 'HOLD_TOO_LONG'; readonly latestHoldUntil: CalendarDate }
  | { readonly reason: 'HOLD_EXPIRED'; readonly holdUntil: CalendarDate }
  | { readonly reason: 'HOLD_STILL_RUNS'; readonly holdUntil: CalendarDate }
  | { readonly reason: 'NOTHING_OFFERED' }
  | { readonly reason: 'BLOCKING_ITEMS_OPEN'; readonly count: number }
  | { readonly reason: 'ARRIVAL_IN_FUTURE' }
  | { readonly reason: 'ARRIVAL_TOO_EARLY'; readonly earliest: CalendarDate }
  | { readonly reason: 'ARRIVAL_AFTER_PLANNED_DEPARTURE'; readonly plannedDeparture: CalendarDate }
  | { readonly reason: 'NOT_YET_PAST_ARRIVAL'; readonly plannedArrival: CalendarDate }
  | { readonly reason: 'WELFARE_CHECK_REQUIRED' }
  | { readonly reason: 'NOT_LATER_THAN_NOW'; readonly plannedDeparture: CalendarDate }
  | { readonly reason: 'MANAGER_APPROVAL_REQUIRED' }
  | { readonly reason: 'NEW_PLACE_NOT_CONFIRMED' }
  | { readonly reason: 'DEPARTURE_BEFORE_ARRIVAL' }
  | { readonly reason: 'DEPARTURE_IN_FUTURE' }
  | { readonly reason: 'NOT_SHORTER'; readonly plannedDeparture: CalendarDate }
  | { readonly reason: 'RETURN_NOT_REVIEWED'; readonly reviewFrom: CalendarDate }
  | { readonly reason: 'CLEARANCE_REQUIRED' }
  | { readonly reason: 'FOLLOW_UPS_OPEN' };
