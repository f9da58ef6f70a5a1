import {
  addDays,
  dateOfEpochDay,
  epochDayOf,
  type CalendarDate,
} from '../calendar/calendar-date.ts';
import { isEmpty, type DateSpan } from '../calendar/date-span.ts';
import type { VisaKind } from './visa-kinds.ts';

/**
 * Days someone was or will be in the Schengen area. **Both days belong to it**, unlike a stay's nights. Without a basis
 * it is a short stay.
 */
export type SchengenPresence = {
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly basis?: VisaKind;
};

/** At most so many days … */
export const schengenDaysAllowed = 90;
/** … in any so many days. */
export const schengenWindowDays = 180;

/** Whether a planned stay keeps to the limit on every day, and by how much. */
export type VisaDaysCheck =
  | { readonly ok: true; readonly daysUsed: number; readonly daysLeft: number }
  | { readonly ok: false; readonly firstDayOver: CalendarDate; readonly daysOver: number };

type Days = { readonly first: number; readonly last: number };

/** The presence that a stay causes: from arrival to departure, and the day of departure counts. */
export function presenceOf(stay: DateSpan): SchengenPresence {
  return { firstDay: stay.from, lastDay: stay.until };
}

/** Do these days count? Those under a residence permit or a long-stay visa don't; all others do, limited territory or not. */
export function counts({ basis }: SchengenPresence): boolean {
  return basis !== 'NATIONAL';
}

/** Distinct days that count, in order; two presences that touch or overlap become one, so that no day counts twice. */
function mergedDays(presences: readonly SchengenPresence[]): Days[] {
  return merged(presences.filter(counts));
}

function merged(presences: readonly SchengenPresence[]): Days[] {
  const sorted = presences
    .map(({ firstDay, lastDay }) => ({ first: epochDayOf(firstDay), last: epochDayOf(lastDay) }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first);
  const runs: Days[] = [];
  for (const days of sorted) {
    const before = runs.at(-1);
    if (before !== undefined && days.first <= before.last + 1) {
      runs[runs.length - 1] = { first: before.first, last: Math.max(before.last, days.last) };
    } else {
      runs.push(days);
    }
  }
  return runs;
}

/** Runs of days without those of some others. Both are in order. */
function without(runs: readonly Days[], holes: readonly Days[]): Days[] {
  if (holes.length === 0) return [...runs];
  return runs.flatMap((run) => {
    const rest: Days[] = [];
    let from = run.first;
    for (const hole of holes) {
      if (hole.last < from || hole.first > run.last) continue;
      if (hole.first > from) rest.push({ first: from, last: hole.first - 1 });
      from = hole.last + 1;
    }
    if (from <= run.last) rest.push({ first: from, last: run.last });
    return rest;
  });
}

function daysUsedUpTo(presences: readonly Days[], day: number): number {
  const windowStart = day - schengenWindowDays + 1;
  return presences.reduce(
    (sum, { first, last }) =>
      sum + Math.max(0, Math.min(last, day) - Math.max(first, windowStart) + 1),
    0,
  );
}

/**
 * Days in the Schengen area in the 180 days that end on `on`, that day included.
 *
 * Units   whole days; the day of entry and the day of exit both count; a day in two presences counts once.
 * Source  Schengen Borders Code, Regulation (EU) 2016/399, article 6(1): "90 days in any 180-day period, considering the 180-day period
 *         preceding each day of stay"; article 6(2): "Periods of stay authorised under a residence permit or a
 *         long-stay visa shall not be taken into account".
 */
export function schengenDaysUsed(presences: readonly SchengenPresence[], on: CalendarDate): number {
  return daysUsedUpTo(mergedDays(presences), epochDayOf(on));
}

/**
 * Whether a planned stay, added to all other presences, keeps to 90 days in any 180 on each of its days and on each
 * later day that is already planned: a stay now must not make a training booked for autumn impossible. A day under a
 * visa of limited territory counts and may be the ninety-first: the visa was given for it.
 *
 * Units   `planned` is in nights as stays are; its day of departure counts as a day. `own` are its days by what right
 *         they are spent. `daysLeft` is what remains on the day of departure (never negative); `daysOver` is the excess
 *         on the worst day.
 * Errors  nothing is thrown; an empty planned span uses no days.
 * Source  as for `schengenDaysUsed`. 1 July to 30 September is 92 days: over.
 */
export function visaDaysCheck(
  presences: readonly SchengenPresence[],
  planned: DateSpan,
  own: readonly SchengenPresence[] = [presenceOf(planned)],
): VisaDaysCheck {
  if (isEmpty(planned)) return withinLimit(mergedDays(presences), epochDayOf(planned.from));
  const arrival = epochDayOf(planned.from);
  const all = [...presences, ...own];
  const days = mergedDays(all);
  const limited = merged(all.filter(({ basis }) => basis === 'LIMITED_TERRITORY'));
  let firstDayOver: number | null = null;
  let daysOver = 0;
  for (const { first, last } of without(days, limited)) {
    if (last < arrival) continue;
    // Inside one unbroken presence each day adds one and at most one drops out of the window, so the count never
    // falls: its last day is the worst, and the first day over can be found by halving.
    const excess = daysUsedUpTo(days, last) - schengenDaysAllowed;
    if (excess <= 0) continue;
    daysOver = Math.max(daysOver, excess);
    firstDayOver ??= firstOver(days, Math.max(first, arrival), last);
  }
  return firstDayOver === null
    ? withinLimit(days, epochDayOf(planned.until))
    : { ok: false, firstDayOver: dateOfEpochDay(firstDayOver), daysOver };
}

function withinLimit(days: readonly Days[], on: number): VisaDaysCheck {
  const daysUsed = daysUsedUpTo(days, on);
  return { ok: true, daysUsed, daysLeft: Math.max(0, schengenDaysAllowed - daysUsed) };
}

function firstOver(days: readonly Days[], from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (daysUsedUpTo(days, middle) > schengenDaysAllowed) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The latest day on which someone who arrives on `arrival` can depart without breaking the limit on any day, or
 * `null` when not even the day of arrival is left. With nothing used before it is the 90th day: 89 nights.
 */
export function latestDeparture(
  presences: readonly SchengenPresence[],
  arrival: CalendarDate,
): CalendarDate | null {
  // One night at least: a stay without a night is no stay.
  if (!visaDaysCheck(presences, { from: arrival, until: addDays(arrival, 1) }).ok) return null;
  let fitting = 1;
  let tooMany = schengenDaysAllowed;
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (visaDaysCheck(presences, { from: arrival, until: addDays(arrival, middle) }).ok)
      fitting = middle;
    else tooMany = middle;
  }
  return addDays(arrival, fitting);
}
