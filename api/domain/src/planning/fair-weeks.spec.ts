import fc from 'fast-check';
import { addDays } from '../calendar/calendar-date.ts';
import { nightsIn, spanOfNights } from '../calendar/date-span.ts';
import { day, span } from '../calendar/days.fixture.ts';
import { aPlace } from '../matching/match.fixture.ts';
import { daysOfPlan, fairParts } from './fair-parts.ts';
import { fairWeeks, fairWeeksDays, nightsOutside } from './fair-weeks.ts';
import type { PlannedSeat } from './plan-ask.ts';
import { aCityWith, anAsk, aPerson } from './planning.fixture.ts';

const seat = (placeId: string, from: string, nights = 60): PlannedSeat => ({ defenderId: `in ${placeId} on ${from}`, placeId, span: spanOfNights(day(from), nights) });
const people = ['ada', 'bo', 'cy', 'di'].map((id) => aPerson(id));
const cities = [aCityWith('nijmegen', 2), aCityWith('utrecht', 2)];

describe('fairness over any twelve weeks', () => {
  test('is told where the whole plan is fair and a season isn’t', () => {
    // Everybody is in Nijmegen first, and in Utrecht in the end: over the plan it is the same.
    const seats = [seat('nijmegen-0', '2027-01-01', 90), seat('nijmegen-1', '2027-01-01', 90), seat('utrecht-0', '2027-05-01', 90), seat('utrecht-1', '2027-05-01', 90)];
    const ask = anAsk({ cities, people });
    expect(fairParts(ask, seats).map(({ side }) => side)).toEqual(['WITHIN', 'WITHIN']);
    const [nijmegen, utrecht] = fairWeeks(ask, seats);
    // 168 nights of twelve weeks, 84 each would be fair and a stay has 84 of them at the most: 0 to 168 are.
    expect(nijmegen).toEqual({
      cityId: 'nijmegen',
      fullest: { from: '2027-01-01', openNights: 168, plannedNights: 168 },
      emptiest: { from: '2027-04-01', openNights: 168, plannedNights: 0 },
      outside: null,
    });
    expect(utrecht?.emptiest.from).toBe('2027-01-01');

    const shorter = [...seats, ...seats].map((one, at) => ({ ...one, defenderId: String(at), span: spanOfNights(addDays(one.span.from, at < 4 ? 0 : 42), 42) }));
    expect(fairParts(ask, shorter).map(({ side }) => side)).toEqual(['WITHIN', 'WITHIN']);
    // Of 168 nights 84 would be fair, a stay of 42 more or less.
    expect(fairWeeks(ask, shorter).map(({ cityId, outside }) => [cityId, outside])).toEqual([
      ['nijmegen', { from: '2027-01-01', openNights: 168, plannedNights: 168, least: 42, most: 126 }],
      ['utrecht', { from: '2027-01-01', openNights: 168, plannedNights: 0, least: 42, most: 126 }],
    ]);
  });

  test('leaves a city out of weeks in which it has nothing open', () => {
    const late = aCityWith('zwolle', 1, { places: [aPlace({ placeId: 'zwolle-0', confirmed: [{ ...span('2027-06-01', '2028-01-01'), confirmedOn: day('2026-11-03'), track: null }] })] });
    const closed = aCityWith('breda', 1, { places: [aPlace({ placeId: 'breda-0', confirmed: [] })] });
    const weeks = fairWeeks(anAsk({ cities: [aCityWith('nijmegen', 1), late, closed], people }), [seat('nijmegen-0', '2027-01-01')]);
    // What lies before June is no neglect of Zwolle’s.
    expect(weeks.map(({ cityId, outside }) => [cityId, outside])).toEqual([['nijmegen', null], ['zwolle', null]]);
    expect(weeks[1]?.emptiest.from).toBe(addDays(day('2027-06-02'), -fairWeeksDays));
  });

  test('has nothing to tell of a plan that isn’t longer', () => {
    expect(fairWeeks(anAsk({ cities, people, arrivals: span('2027-01-01', '2027-01-20') }), [])).toEqual([]);
  });

  test('agrees with counting night by night, in any twelve weeks', () => {
    const places = ['nijmegen-0', 'nijmegen-1', 'utrecht-0', 'utrecht-1'] as const;
    const aSeat = fc.record({ place: fc.constantFrom(...places), from: fc.integer({ min: 0, max: 180 }), nights: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(aSeat, { maxLength: 12 }), fc.integer({ min: 0, max: 3 }), (asked, gapDays) => {
        const ask = anAsk({ people, cities: [aCityWith('nijmegen', 2, { gapDays }), aCityWith('utrecht', 2, { gapDays })] });
        const seats = asked.map(({ place, from, nights }): PlannedSeat => ({ defenderId: place, placeId: place, span: spanOfNights(addDays(ask.arrivals.from, from), nights) }));
        const within = daysOfPlan(ask);
        const last = addDays(within.until, -fairWeeksDays);
        for (const { cityId, fullest, emptiest, outside } of fairWeeks(ask, seats)) {
          const counted = (from: typeof last) =>
            seats.filter(({ placeId }) => placeId.startsWith(cityId)).reduce((sum, one) => sum + nightsIn({ from: one.span.from > from ? one.span.from : from, until: one.span.until < addDays(from, fairWeeksDays) ? one.span.until : addDays(from, fairWeeksDays) }), 0);
          for (const part of [fullest, emptiest, ...(outside ? [outside] : [])]) {
            expect(part.plannedNights).toBe(counted(part.from));
            expect(within.from <= part.from && part.from <= last).toBe(true);
          }
          expect(fullest.plannedNights / fullest.openNights).toBeGreaterThanOrEqual(emptiest.plannedNights / emptiest.openNights);
          expect(outside === null || nightsOutside(outside) > 0).toBe(true);
          for (let from = within.from; from <= last; from = addDays(from, 17)) {
            expect(counted(from) / 168).toBeLessThanOrEqual(fullest.plannedNights / fullest.openNights);
            expect(counted(from) / 168).toBeGreaterThanOrEqual(emptiest.plannedNights / emptiest.openNights);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
