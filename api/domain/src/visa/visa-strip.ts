import { addDays, daysBetween, laterOf, type CalendarDate } from '../calendar/calendar-date.ts';
import type { DateSpan } from '../calendar/date-span.ts';
import { presenceOfStay, stayDaysCheck, type HeldVisa } from './held-visa.ts';
import {
  latestDeparture,
  schengenDaysAllowed,
  schengenDaysUsed,
  type SchengenPresence,
} from './ninety-in-one-eighty.ts';

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
  /** Whether the days of the planned stay are counted toward the 90 at all. */
  readonly counted: boolean;
  readonly isOver: boolean;
  readonly firstDayOver: CalendarDate | null;
  /** The last day on which someone who arrives as planned can safely leave; `null` when nothing is planned, or no day is left. */
  readonly latestDeparture: CalendarDate | null;
};

/**
 * The days used over a planned stay, or over the next 180 days when nothing is planned: how they come back. A national
 * visa's or a limited one's last day is then the latest departure.
 *
 * Errors  nothing is thrown; a stay that is over has its strip as well.
 * Source  as for `schengenDaysUsed` and `stayDaysCheck`.
 */
export function visaStrip(
  visa: HeldVisa | null,
  presences: readonly SchengenPresence[],
  planned: DateSpan | null,
  today: CalendarDate,
): VisaStrip {
  const from = planned?.from ?? today;
  const until = planned?.until ?? addDays(today, daysAhead);
  const all = planned === null ? presences : [...presences, presenceOfStay(visa, planned)];
  const used = Array.from({ length: daysBetween(from, laterOf(from, until)) + 1 }, (_, n) =>
    schengenDaysUsed(all, addDays(from, n)),
  );
  const check = planned === null ? null : stayDaysCheck(visa, presences, planned);
  const carrier = check !== null && 'by' in check ? check.by : null;
  return {
    from,
    until,
    used,
    counted: carrier?.kind !== 'NATIONAL',
    isOver:
      check?.ok === false || (planned === null && used.some((days) => days > schengenDaysAllowed)),
    firstDayOver: check?.ok === false ? check.firstDayOver : null,
    latestDeparture:
      planned === null
        ? null
        : carrier === null
          ? latestDeparture(presences, planned.from)
          : latestUnder(carrier, planned.from),
  };
}

/** The last day of a visa that carries a stay, by its validity and by its own days. */
function latestUnder({ validUntil, days }: HeldVisa, arrival: CalendarDate): CalendarDate {
  if (days === null) return validUntil;
  const byDays = addDays(arrival, days - 1);
  return byDays < validUntil ? byDays : validUntil;
}
