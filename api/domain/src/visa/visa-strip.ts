import { addDays, daysBetween, laterOf, type CalendarDate } from '../calendar/calendar-date.ts';
import type { DateSpan } from '../calendar/date-span.ts';
import { presencesOfStay, rightsOfStay, type StayRight } from './held-visa.ts';
import {
  schengenDaysAllowed,
  schengenDaysUsed,
  type SchengenPresence,
} from './ninety-in-one-eighty.ts';
import { latestSafeDeparture, stayDaysCheck, type TravelPapers } from './stay-days-check.ts';

/** So many days are drawn when no stay is planned: after them all that was used is back. */
const daysAhead = 180;

/**
 * Visa days, day by day. Units: `used[n]` are the days used in the 180 days that end n days after `from`, that day
 * included; `until` is the last day, and of a stay its day of departure.
 */
export type VisaStrip = {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly used: readonly number[];
  /** Of the planned stay, by what right each of its days is spent; none when nothing is planned. */
  readonly rights: readonly StayRight[];
  readonly isOver: boolean;
  readonly firstDayOver: CalendarDate | null;
  /** The last day on which someone who arrives as planned can safely leave; `null` when nothing is planned, or no day is left. */
  readonly latestDeparture: CalendarDate | null;
};

/**
 * The days used over a planned stay, or over the next 180 days when nothing is planned: how they come back.
 *
 * Errors  nothing is thrown; a stay that is over has its strip as well.
 * Source  as for `schengenDaysUsed` and `stayDaysCheck`.
 */
export function visaStrip(
  papers: TravelPapers,
  presences: readonly SchengenPresence[],
  planned: DateSpan | null,
  today: CalendarDate,
): VisaStrip {
  const from = planned?.from ?? today;
  const until = planned?.until ?? addDays(today, daysAhead);
  const all =
    planned === null ? presences : [...presences, ...presencesOfStay(papers.held, planned)];
  const used = Array.from({ length: daysBetween(from, laterOf(from, until)) + 1 }, (_, n) =>
    schengenDaysUsed(all, addDays(from, n)),
  );
  const check = planned === null ? null : stayDaysCheck(papers.held, presences, planned);
  return {
    from,
    until,
    used,
    rights: planned === null ? [] : rightsOfStay(papers.held, planned),
    isOver:
      check?.ok === false || (planned === null && used.some((days) => days > schengenDaysAllowed)),
    firstDayOver: check?.ok === false ? check.firstDayOver : null,
    latestDeparture: planned === null ? null : latestSafeDeparture(papers, presences, planned.from),
  };
}
