import fc from 'fast-check';
import { anySpan, span } from '../calendar/days.fixture.ts';
import { nightsIn, yearSpan } from '../calendar/date-span.ts';
import { countsInYear, yearlyCounts, type CountedStay } from './yearly-counts.ts';

function aCountedStay(over: Partial<CountedStay> = {}): CountedStay {
  return {
    stayId: 'stay-1',
    defenderId: 'ada',
    cityId: 'utrecht',
    used: span('2026-12-01', '2027-02-01'),
    ...over,
  };
}

describe('the yearly counts', () => {
  test('count a stay over New Year in both years, and its nights where they were slept', () => {
    const counts = yearlyCounts([aCountedStay()], [], { first: 2026, last: 2027 });
    expect(
      counts.years.map(({ year, persons, stays, nights }) => ({ year, persons, stays, nights })),
    ).toEqual([
      { year: 2026, persons: 1, stays: 1, nights: 31 },
      { year: 2027, persons: 1, stays: 1, nights: 31 },
    ]);
    expect(counts.total).toMatchObject({ persons: 1, stays: 1, nights: 62 });
  });

  test('count a person once, however many stays and cities', () => {
    const moved = aCountedStay({
      stayId: 'stay-2',
      cityId: 'nijmegen',
      used: span('2027-02-01', '2027-03-01'),
    });
    const { years, cities, total } = yearlyCounts([aCountedStay(), moved], [], {
      first: 2027,
      last: 2027,
    });
    expect(years[0]).toMatchObject({ persons: 1, stays: 2 });
    expect(cities.map(({ cityId, persons }) => ({ cityId, persons }))).toEqual([
      { cityId: 'nijmegen', persons: 1 },
      { cityId: 'utrecht', persons: 1 },
    ]);
    expect(total.persons).toBe(1);
  });

  test('don’t count a stay that left on New Year’s Day in the new year', () => {
    expect(countsInYear(aCountedStay({ used: span('2026-12-01', '2027-01-01') }), 2027)).toBe(
      false,
    );
  });

  test('take occupancy from what the city offered', () => {
    const place = {
      placeId: 'place-1',
      cityId: 'utrecht',
      confirmed: [span('2027-01-01', '2027-04-11')],
      blocked: [],
      occupied: [span('2026-12-01', '2027-02-01')],
    };
    const { cityYears } = yearlyCounts([aCountedStay()], [place], { first: 2027, last: 2027 });
    expect(cityYears).toEqual([
      {
        cityId: 'utrecht',
        year: 2027,
        persons: 1,
        stays: 1,
        nights: 31,
        availableNights: 100,
        occupancyShare: 0.31,
      },
    ]);
  });

  test('have no row for a city and year in which nothing was', () => {
    expect(yearlyCounts([aCountedStay()], [], { first: 2030, last: 2031 }).cityYears).toEqual([]);
  });

  test('lose no night: the years together are the nights used', () => {
    const anyStays = fc.array(
      fc.tuple(anySpan, fc.constantFrom('utrecht', 'nijmegen'), fc.constantFrom('ada', 'bo')),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(anyStays, (rows) => {
        const stays = rows.map(([used, cityId, defenderId], at) => ({
          stayId: String(at),
          defenderId,
          cityId,
          used,
        }));
        const { cityYears, years, total } = yearlyCounts(stays, [], { first: 2025, last: 2031 });
        const nights = stays.reduce((sum, { used }) => sum + nightsIn(used), 0);
        expect(cityYears.reduce((sum, row) => sum + row.nights, 0)).toBe(nights);
        expect(years.reduce((sum, row) => sum + row.nights, 0)).toBe(nights);
        expect(total).toMatchObject({ nights, stays: stays.length });
        for (const row of cityYears)
          expect(row.nights).toBeLessThanOrEqual(row.stays * nightsIn(yearSpan(row.year)));
      }),
    );
  });
});
