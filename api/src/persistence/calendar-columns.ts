import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';

const zone = 'Europe/Amsterdam';

/** The calendar day of a `date` column, which Prisma gives as midnight UTC. */
export const toCalendarDate = (column: Date): CalendarDate => column.toISOString().slice(0, 10) as CalendarDate;

/** A calendar day as Prisma wants it for a `date` column. */
export const toDateColumn = (day: CalendarDate): Date => new Date(`${day}T00:00:00Z`);

/** The day in the Netherlands on which something happened. */
export function dayOf(moment: Date): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString() as CalendarDate;
}

/** The moment at which a day in the Netherlands is over: a hold stands through the whole of its last day. */
export function endOfDay(day: CalendarDate): Date {
  return new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);
}

/** The last day on which something stands that ends at `moment`: the opposite of {@link endOfDay}. */
export const lastDayBefore = (moment: Date): CalendarDate => dayOf(new Date(moment.getTime() - 1));
