import { i18n } from '@lingui/core';

/** A calendar day as text, `YYYY-MM-DD`. It has no clock and no zone, so it is always formatted in UTC. */
type Day = string;

const made = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${i18n.locale} ${name}`;
  const known = made.get(key);
  if (known) return known;
  // Britain's order of day and month for English: the programme is in Europe.
  const locale = i18n.locale === 'en' ? 'en-GB' : i18n.locale;
  const fresh = new Intl.DateTimeFormat(locale, options);
  made.set(key, fresh);
  return fresh;
}

const noon = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12);

const utc = { timeZone: 'UTC' } as const;
const long = () => format('long', { ...utc, day: 'numeric', month: 'short', year: 'numeric' });
const short = () => format('short', { ...utc, day: 'numeric', month: 'short' });

/** 3 May 2027 */
export const formatDay = (day: Day): string => long().format(noon(day));

/** 3 May */
export const formatDayShort = (day: Day): string => short().format(noon(day));

/** May 2027 */
export const formatMonth = (day: Day): string =>
  format('month', { ...utc, month: 'long', year: 'numeric' }).format(noon(day));

/** May */
export const formatMonthShort = (day: Day): string =>
  format('month-short', { ...utc, month: 'short' }).format(noon(day));

/** 3 May – 31 Jul 2027, both days as given; the caller decides whether the last is a departure or a last night. */
export const formatDays = (first: Day, last: Day): string =>
  long().formatRange(noon(first), noon(last));

/** The number of nights from arrival to departure, in the half-open way: the departure night isn't slept. */
export const nightsBetween = (arrival: Day, departure: Day): number =>
  Math.round((noon(departure) - noon(arrival)) / 86_400_000);

const moment = () =>
  format('instant', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });

/** An instant such as a session's last use, in the reader's own zone: 3 May 2027, 14:05 */
export const formatInstant = (instant: string): string => moment().format(Date.parse(instant));

/** From one instant to another, what they share said once: 3 May 2027, 14:05 – 16:20 */
export const formatInstants = (first: string, last: string): string =>
  moment().formatRange(Date.parse(first), Date.parse(last));

/** Whether two instants are on one calendar day of the reader's. */
export const onOneDay = (one: string, other: string): boolean => {
  const day = format('day-of-instant', { day: 'numeric', month: 'numeric', year: 'numeric' });
  return day.format(Date.parse(one)) === day.format(Date.parse(other));
};

/** in 3 days, yesterday, 2 days ago: a number of days from today */
export const formatDaysAway = (days: number): string =>
  new Intl.RelativeTimeFormat(i18n.locale, { numeric: 'auto' }).format(days, 'day');

/** 1,234.5 in the reader's way of writing it */
export const formatNumber = (value: number, digits = 0): string =>
  new Intl.NumberFormat(i18n.locale === 'en' ? 'en-GB' : i18n.locale, {
    maximumFractionDigits: digits,
  }).format(value);

/** 87%: for occupancy and other shares of nights, never for a person. */
export const formatShare = (share: number): string =>
  new Intl.NumberFormat(i18n.locale === 'en' ? 'en-GB' : i18n.locale, {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
