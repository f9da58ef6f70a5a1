import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';

/** A `date` column as Prisma reads it (midnight, UTC) as the calendar day it is. */
export const toCalendarDate = (date: Date): CalendarDate => date.toISOString().slice(0, 10) as CalendarDate;

/** The same for a column that may be empty. */
export const toCalendarDateOrNull = (date: Date | null): CalendarDate | null => (date === null ? null : toCalendarDate(date));

/** A calendar day as Prisma writes it into a `date` column. */
export const toDate = (day: CalendarDate): Date => new Date(`${day}T00:00:00Z`);
