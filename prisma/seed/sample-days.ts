import { addDays, asCalendarDate, quarterOf, yearOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { Instant } from './sample-rows.ts';
import { numberOf } from './stable-random.ts';

/** A day as the tables write it: so many days from today, or the first day of a coming quarter (`q1` is the next) or year. */
export type RelativeDay = number | 'q1' | 'q2' | 'q3' | 'q4' | 'y1' | 'y2';

/** The day that a relative day means when today is `today`. */
export function dayOf(today: CalendarDate, day: RelativeDay): CalendarDate {
  if (typeof day === 'number') return addDays(today, day);
  const count = Number(day.slice(1));
  if (day.startsWith('y')) return asCalendarDate(`${String(yearOf(today) + count)}-01-01`);
  const quarters = yearOf(today) * 4 + Number(quarterOf(today).slice(6)) - 1 + count;
  const month = (quarters % 4) * 3 + 1;
  return asCalendarDate(`${String(Math.floor(quarters / 4))}-${String(month).padStart(2, '0')}-01`);
}

/** A moment in office hours of a day; the key keeps things of one day apart. */
export function momentOn(day: CalendarDate, key: string): Instant {
  const minute = numberOf(key, 420);
  return `${day}T${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`;
}

/** The first moment after a day in the Netherlands: through the whole of the day a hold keeps its place. */
export function endOf(day: CalendarDate): Instant {
  return Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime('Europe/Amsterdam')
    .toInstant()
    .toString();
}
