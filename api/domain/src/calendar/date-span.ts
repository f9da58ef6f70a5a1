import type { CalendarDate } from './calendar-date.ts';

/** A half-open run of nights: the night of `from` belongs to it, the night of `until` does not. */
export type DateSpan = { readonly from: CalendarDate; readonly until: CalendarDate };
