import { addDays, daysBetween } from '../calendar/calendar-date.ts';
import { day, span } from '../calendar/days.fixture.ts';
import { latestDeparture, schengenDaysUsed, visaDaysCheck } from './ninety-in-one-eighty.ts';

/**
 * The worked examples that the Swiss State Secretariat for Migration publishes for the European Commission's short-stay
 * calculator ("Short-stay calculator", examples 1, 2, 4, 5 and 6, sem.admin.ch, 1 December 2014). Example 3 isn't here:
 * its page prints entries that lie after their exits, and two planned arrivals.
 */
const stay = (firstDay: string, lastDay: string) => ({
  firstDay: day(firstDay),
  lastDay: day(lastDay),
});

/** The days that a stay from `entry` may last at most, entry and exit counted. */
const daysAllowedFrom = (presences: readonly ReturnType<typeof stay>[], entry: string) => {
  const last = latestDeparture(presences, day(entry));
  return last === null ? 0 : daysBetween(day(entry), last) + 1;
};

describe('the official calculator’s examples', () => {
  test('1: 47 days in autumn, and 90 more from 1 January', () => {
    const before = [stay('2014-08-15', '2014-09-30')];
    expect(schengenDaysUsed(before, day('2014-09-30'))).toBe(47);
    expect(daysAllowedFrom(before, '2015-01-01')).toBe(90);
  });

  test('2: a second stay from 1 November could last until 13 December', () => {
    const before = [stay('2014-08-15', '2014-09-30')];
    expect(visaDaysCheck(before, span('2014-11-01', '2014-11-30')).ok).toBe(true);
    expect(latestDeparture(before, day('2014-11-01'))).toBe('2014-12-13');
  });

  test('4: of three stays the first is out of the window, and the third could last until 31 March', () => {
    const before = [stay('2013-06-01', '2013-07-13'), stay('2013-08-15', '2013-09-30')];
    expect(visaDaysCheck(before, span('2014-01-01', '2014-01-30')).ok).toBe(true);
    expect(latestDeparture(before, day('2014-01-01'))).toBe('2014-03-31');
  });

  test('5: nine days too many on 9 June, and 50 days again from 30 August', () => {
    const before = [stay('2013-09-01', '2013-09-30'), stay('2014-02-21', '2014-04-20')];
    expect(visaDaysCheck(before, span('2014-05-01', '2014-06-09'))).toEqual({
      ok: false,
      daysOver: 9,
      firstDayOver: addDays(day('2014-06-09'), -8),
    });
    expect(daysAllowedFrom([...before, stay('2014-05-01', '2014-06-09')], '2014-08-30')).toBe(50);
  });

  test('6: 74 days too many on 1 March', () => {
    const before = [stay('2013-06-28', '2013-08-09')];
    expect(visaDaysCheck(before, span('2013-09-19', '2014-03-01'))).toMatchObject({
      ok: false,
      daysOver: 74,
    });
  });
});
