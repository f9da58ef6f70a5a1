import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';

/** How much, and around which day. */
export type Extent = { readonly stays: number; readonly today: CalendarDate };
