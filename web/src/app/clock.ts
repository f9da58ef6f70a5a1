import type { CalendarDate } from '@shelter-city/contract/vocabulary';

/** The one clock of the pages: the calendar day in the programme's own country, wherever the reader is. */
export function today(): CalendarDate {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Amsterdam',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts();
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}` as CalendarDate;
}
