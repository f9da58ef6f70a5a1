import fc from 'fast-check';
import {
  addDays,
  dateOfEpochDay,
  daysBetween,
  epochDayOf,
  type CalendarDate,
} from '../calendar/calendar-date.ts';
import { day, span } from '../calendar/days.fixture.ts';
import {
  latestDeparture,
  presenceOf,
  schengenDaysUsed,
  visaDaysCheck,
  type SchengenPresence,
} from './ninety-in-one-eighty.ts';

/** Day by day, with a set: slow, obvious, and sharing nothing with the rule. */
function usedOn(presences: readonly SchengenPresence[], on: CalendarDate): number {
  const days = new Set<number>();
  for (const { firstDay, lastDay } of presences) {
    for (let each = epochDayOf(firstDay); each <= epochDayOf(lastDay); each += 1) days.add(each);
  }
  let used = 0;
  for (let back = 0; back < 180; back += 1) if (days.has(epochDayOf(on) - back)) used += 1;
  return used;
}

const begin = epochDayOf(day('2026-01-01'));
const anyPresence = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 60 }))
  .map(([from, days]) => ({
    firstDay: dateOfEpochDay(begin + from),
    lastDay: dateOfEpochDay(begin + from + days),
  }));
const anyPresences = fc.array(anyPresence, { maxLength: 5 });
const anyArrival = fc.integer({ min: 0, max: 500 }).map((days) => dateOfEpochDay(begin + days));

describe('ninety days in any one hundred and eighty', () => {
  test('1 July to 30 September is 92 days: over', () => {
    expect(visaDaysCheck([], span('2027-07-01', '2027-09-30'))).toEqual({
      ok: false,
      firstDayOver: '2027-09-29',
      daysOver: 2,
    });
    expect(visaDaysCheck([], span('2027-07-01', '2027-09-28'))).toEqual({
      ok: true,
      daysUsed: 90,
      daysLeft: 0,
    });
  });

  test('the day of departure counts, so the longest stay has 89 nights', () => {
    const departure = latestDeparture([], day('2027-01-12'));
    expect(departure).toBe('2027-04-11');
    expect(departure === null ? 0 : daysBetween(day('2027-01-12'), departure)).toBe(89);
    expect(presenceOf(span('2027-01-12', '2027-04-11'))).toEqual({
      firstDay: '2027-01-12',
      lastDay: '2027-04-11',
    });
  });

  test('two stays that meet on one day count that day once', () => {
    const presences = [
      presenceOf(span('2027-01-01', '2027-01-10')),
      presenceOf(span('2027-01-10', '2027-01-20')),
    ];
    expect(schengenDaysUsed(presences, day('2027-01-20'))).toBe(20);
  });

  test('a later training that is already planned counts as well', () => {
    const training = { firstDay: day('2027-05-01'), lastDay: day('2027-05-10') };
    const check = visaDaysCheck([training], span('2027-01-12', '2027-04-11'));
    expect(check).toEqual({ ok: false, firstDayOver: '2027-05-01', daysOver: 10 });
  });

  test('used days come back after 180 days', () => {
    const before = { firstDay: day('2027-01-01'), lastDay: day('2027-03-31') };
    expect(latestDeparture([before], day('2027-04-15'))).toBeNull();
    expect(latestDeparture([before], day('2027-06-30'))).toBe('2027-09-27');
  });

  test('counts what counting day by day counts', () => {
    fc.assert(
      fc.property(anyPresences, anyArrival, (presences, on) => {
        expect(schengenDaysUsed(presences, on)).toBe(usedOn(presences, on));
      }),
    );
  });

  test('finds the first day over that looking at every day finds', () => {
    fc.assert(
      fc.property(
        anyPresences,
        anyArrival,
        fc.integer({ min: 1, max: 130 }),
        (presences, arrival, nights) => {
          const planned = { from: arrival, until: addDays(arrival, nights) };
          const all = [...presences, presenceOf(planned)];
          const present = (on: CalendarDate): boolean =>
            all.some(({ firstDay, lastDay }) => firstDay <= on && on <= lastDay);
          const last = all.reduce(
            (latest, { lastDay }) => (lastDay > latest ? lastDay : latest),
            planned.until,
          );
          let firstOver: CalendarDate | null = null;
          let worst = 0;
          for (let on = arrival; on <= last; on = addDays(on, 1)) {
            const over = present(on) ? usedOn(all, on) - 90 : 0;
            if (over > 0) firstOver ??= on;
            worst = Math.max(worst, over);
          }
          expect(visaDaysCheck(presences, planned)).toEqual(
            firstOver === null
              ? {
                  ok: true,
                  daysUsed: usedOn(all, planned.until),
                  daysLeft: 90 - usedOn(all, planned.until),
                }
              : { ok: false, firstDayOver: firstOver, daysOver: worst },
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a day past the latest departure is one too many, and that day itself is not', () => {
    fc.assert(
      fc.property(anyPresences, anyArrival, (presences, from) => {
        const latest = latestDeparture(presences, from);
        if (latest !== null)
          expect(visaDaysCheck(presences, { from, until: latest }).ok).toBe(true);
        expect(visaDaysCheck(presences, { from, until: addDays(latest ?? from, 1) }).ok).toBe(
          false,
        );
      }),
    );
  });

  test('a plan without nights uses no days', () => {
    expect(visaDaysCheck([], span('2027-01-01', '2027-01-01'))).toEqual({
      ok: true,
      daysUsed: 0,
      daysLeft: 90,
    });
  });
});
