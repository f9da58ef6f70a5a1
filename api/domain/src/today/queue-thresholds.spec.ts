import fc from 'fast-check';
import { addDays, asCalendarDate, dateOfEpochDay, daysBetween } from '../calendar/calendar-date.ts';
import { endOfNextQuarter, workingDaysBefore } from './queue-thresholds.ts';

const day = asCalendarDate;

describe('working days', () => {
  test.each([
    ['a Monday', '2027-03-08', '2027-03-01'],
    ['a Friday', '2027-03-12', '2027-03-07'],
    ['a Saturday', '2027-03-13', '2027-03-07'],
    ['a Sunday', '2027-03-14', '2027-03-07'],
    ['the first days of a year', '2027-01-04', '2026-12-28'],
  ])('five of them before %s', (_, today, since) => {
    expect(workingDaysBefore(day(today), 5)).toBe(since);
  });

  test('none are today', () => {
    expect(workingDaysBefore(day('2027-03-08'), 0)).toBe('2027-03-08');
  });

  test('are counted as the calendar does, whatever the day', () => {
    const isWorkingDay = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek <= 5;
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 40_000 }),
        fc.integer({ min: 1, max: 30 }),
        (epochDay, count) => {
          const today = dateOfEpochDay(epochDay);
          const since = workingDaysBefore(today, count);
          const after = Array.from({ length: daysBetween(since, today) }, (_, i) =>
            addDays(since, i + 1),
          );
          expect(after.filter(isWorkingDay)).toHaveLength(count);
        },
      ),
    );
  });
});

describe('the end of the next quarter', () => {
  test.each([
    ['2027-01-01', '2027-07-01'],
    ['2027-03-31', '2027-07-01'],
    ['2027-08-31', '2028-01-01'],
    ['2027-12-31', '2028-04-01'],
  ])('of %s', (today, end) => {
    expect(endOfNextQuarter(day(today))).toBe(end);
  });
});
