import fc from 'fast-check';
import {
  addDays,
  addMonths,
  asCalendarDate,
  dateOfEpochDay,
  daysBetween,
  earlierOf,
  epochDayOf,
  firstDayOfYear,
  isCalendarDate,
  laterOf,
  monthOf,
  quarterOf,
  yearOf,
} from './calendar-date.ts';
import { day } from './days.fixture.ts';

const epoch = Temporal.PlainDate.from('1970-01-01');
const anyPlainDate = fc
  .integer({ min: -400_000, max: 2_000_000 })
  .map((days) => epoch.add({ days }));

describe('a calendar day', () => {
  test.each([
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-04-31',
    '2027-4-3',
    '',
    '2027-01-01T00:00',
    '0000-01-01',
  ])('is not %p', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => asCalendarDate(text)).toThrow(RangeError);
  });

  test('says nothing of the text that it refuses', () => {
    expect(() => asCalendarDate('a secret')).toThrow(/^Not a calendar day written YYYY-MM-DD\.$/);
  });

  test.each(['2028-02-29', '2000-02-29', '2027-12-31'])('is %p', (text) => {
    expect(asCalendarDate(text)).toBe(text);
  });

  test('agrees with Temporal about every text that could be a day', () => {
    const anyParts = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(anyParts, ([year, month, dayOfMonth]) => {
        let exists = true;
        try {
          Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' });
        } catch {
          exists = false;
        }
        const text = [
          String(year).padStart(4, '0'),
          String(month).padStart(2, '0'),
          String(dayOfMonth).padStart(2, '0'),
        ].join('-');
        expect(isCalendarDate(text)).toBe(exists);
      }),
    );
  });
});

describe('calendar arithmetic', () => {
  test('is that of Temporal', () => {
    fc.assert(
      fc.property(
        anyPlainDate,
        anyPlainDate,
        fc.integer({ min: -900, max: 900 }),
        (a, b, months) => {
          const from = day(a.toString());
          const to = day(b.toString());
          expect(epochDayOf(from)).toBe(epoch.until(a).days);
          expect(dateOfEpochDay(epochDayOf(from))).toBe(from);
          expect(daysBetween(from, to)).toBe(a.until(b).days);
          expect(addDays(from, daysBetween(from, to))).toBe(to);
          expect(addMonths(from, months)).toBe(a.add({ months }).toString());
          expect(from < to).toBe(Temporal.PlainDate.compare(a, b) < 0);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('ends where four digits end', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(day('0001-01-01'), -1)).toThrow(RangeError);
  });

  test('keeps the end of a month', () => {
    expect(addMonths(day('2026-11-30'), 3)).toBe('2027-02-28');
    expect(addMonths(day('2028-03-31'), -1)).toBe('2028-02-29');
  });
});

describe('the parts of a day', () => {
  test('are its year, quarter and month', () => {
    expect(yearOf(day('2027-03-31'))).toBe(2027);
    expect(monthOf(day('2027-03-31'))).toBe('2027-03');
    expect(
      ['2027-01-01', '2027-03-31', '2027-04-01', '2027-12-31'].map((text) => quarterOf(day(text))),
    ).toEqual(['2027-Q1', '2027-Q1', '2027-Q2', '2027-Q4']);
    expect(firstDayOfYear(2027)).toBe('2027-01-01');
  });

  test('tell which of two is earlier', () => {
    expect(earlierOf(day('2027-01-02'), day('2027-01-01'))).toBe('2027-01-01');
    expect(laterOf(day('2027-01-02'), day('2027-01-01'))).toBe('2027-01-02');
  });
});
