import { addDays, earlierOf, type CalendarDate } from '../calendar/calendar-date.ts';
import { isEmpty, type DateSpan } from '../calendar/date-span.ts';
import { occupyingStatuses, type StayStatus } from './stay-status.ts';
import type { Stay } from './stay.ts';

/** The facts that decide which nights a stay takes. */
export type StayDays = Pick<
  Stay,
  'status' | 'plannedArrival' | 'plannedDeparture' | 'actualArrival' | 'actualDeparture'
>;

const occupying: ReadonlySet<StayStatus> = new Set(occupyingStatuses);
const hosted: ReadonlySet<StayStatus> = new Set([
  'IN_STAY',
  'DEPARTED',
  'CUT_SHORT',
  'TRANSFERRED',
  'CLOSED',
]);

/** Does a stay in this state take its place's nights? */
export function isOccupying(status: StayStatus): boolean {
  return occupying.has(status);
}

/**
 * The nights a stay takes from its place and its defender, or `null` when it takes none: planned days until the
 * actual ones are known, then the actual ones, so that a stay cut short frees the rest at once.
 *
 * Units   half-open: the night of arrival is taken, the night of departure is free for the next guest.
 * Source  "occupying = … for the nights really used".
 */
export function occupiedNights(stay: StayDays): DateSpan | null {
  if (!isOccupying(stay.status)) return null;
  const span = {
    from: stay.actualArrival ?? stay.plannedArrival,
    until: stay.actualDeparture ?? stay.plannedDeparture,
  };
  return isEmpty(span) ? null : span;
}

/**
 * The nights a guest has really slept there up to and including tonight, or `null`: what the yearly counts count.
 * A stay that is only promised, or whose guest never came, has none.
 */
export function usedNights(stay: StayDays, today: CalendarDate): DateSpan | null {
  if (!hosted.has(stay.status) || stay.actualArrival === null) return null;
  const span = {
    from: stay.actualArrival,
    until: earlierOf(stay.actualDeparture ?? stay.plannedDeparture, addDays(today, 1)),
  };
  return isEmpty(span) ? null : span;
}
