import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';

const zone = 'Europe/Amsterdam';

/** A `date` column as Prisma reads it (midnight, UTC) as the calendar day it is. */
export const toCalendarDate = (date: Date): CalendarDate =>
  date.toISOString().slice(0, 10) as CalendarDate;

/** The same for a column that may be empty. */
export const toCalendarDateOrNull = (date: Date | null): CalendarDate | null =>
  date === null ? null : toCalendarDate(date);

/** A calendar day as Prisma writes it into a `date` column. */
export const toDateColumn = (day: CalendarDate): Date => new Date(`${day}T00:00:00Z`);

/** The day in the Netherlands on which something happened. */
export function dayOf(moment: Date): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString() as CalendarDate;
}

/** The time of the day in the Netherlands at which something happened, `HH:MM`. */
export const timeOf = (moment: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

/** The moment at which a day in the Netherlands is over: a hold stands through the whole of its last day. */
export function endOfDay(day: CalendarDate): Date {
  return new Date(
    Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
  );
}

/** The last day on which something stands that ends at `moment`: the opposite of {@link endOfDay}. */
export const lastDayBefore = (moment: Date): CalendarDate => dayOf(new Date(moment.getTime() - 1));
