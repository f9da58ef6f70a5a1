import fc from 'fast-check';
import { asCalendarDate, dateOfEpochDay, epochDayOf, type CalendarDate } from './calendar-date.ts';
import type { DateSpan } from './date-span.ts';

/** A day, as a test writes it. */
export function day(text: string): CalendarDate {
  return asCalendarDate(text);
}

/** A span, as a test writes it. */
export function span(from: string, until: string): DateSpan {
  return { from: day(from), until: day(until) };
}

const firstDay = epochDayOf(day('2026-01-01'));

/** Any day of about three years. */
export const anyDay: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 1100 })
  .map((days) => dateOfEpochDay(firstDay + days));

/** Any span of those years, of at least one night and at most about four months. */
export const anySpan: fc.Arbitrary<DateSpan> = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 120 }))
  .map(([from, nights]) => ({
    from: dateOfEpochDay(firstDay + from),
    until: dateOfEpochDay(firstDay + from + nights),
  }));

/** A few spans, in any order, that may overlap. */
export const someSpans: fc.Arbitrary<DateSpan[]> = fc.array(anySpan, { maxLength: 8 });
