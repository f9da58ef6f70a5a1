import fc from 'fast-check';
import {
  figureOf,
  shareOfDecisions,
  shownSums,
  shownYear,
  type Figure,
} from './protected-figures.ts';

const city = (persons: number, stays = persons, nights = persons * 80) => ({
  persons,
  stays,
  nights,
});
const isHidden = (figure: Figure): boolean => typeof figure !== 'number';

describe('a count by itself', () => {
  test.each([
    [0, 0],
    [1, 'SMALL'],
    [4, 'SMALL'],
    [5, 5],
    [120, 120],
  ] as const)('of %s is %s', (count, figure) => {
    expect(figureOf(count)).toBe(figure);
  });
});

describe('a year', () => {
  test('hides small cities, and another one when only one is small', () => {
    const { cities, whole } = shownYear([city(3), city(7), city(9), city(0)], city(19));
    expect(cities[0]).toEqual({ persons: 'SMALL', stays: 'SMALL', nights: 'WITHHELD' });
    expect(cities.slice(1, 3).filter(({ persons }) => persons === 'WITHHELD')).toHaveLength(1);
    expect(cities[3]).toEqual({ persons: 0, stays: 0, nights: 0 });
    expect(whole).toEqual({ persons: 19, stays: 19, nights: 1520 });
  });

  test('hides every figure of a city when one of them is hidden', () => {
    const [first] = shownYear([city(4, 6), city(12), city(14)], city(30, 32)).cities;
    expect(first).toEqual({ persons: 'SMALL', stays: 'WITHHELD', nights: 'WITHHELD' });
  });

  test('hides its whole when its parts have only one filling', () => {
    // Two cities with 1 to 4 each that make 8 can only have 4 each.
    expect(shownYear([city(4), city(4)], city(8)).whole).toEqual({
      persons: 'WITHHELD',
      stays: 'WITHHELD',
      nights: 'WITHHELD',
    });
    expect(shownYear([city(2)], city(2)).whole).toEqual({
      persons: 'SMALL',
      stays: 'SMALL',
      nights: 'WITHHELD',
    });
  });

  test('that nobody was hosted in says so', () => {
    expect(shownYear([], city(0))).toEqual({ cities: [], whole: city(0) });
    expect(shownYear([city(0)], city(0)).whole).toEqual(city(0));
  });

  test('never shows a cell of 1 to 4, a hidden city’s nights, or a single hidden city beside its total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }),
        (counts) => {
          const { cities, whole } = shownYear(
            counts.map((count) => city(count)),
            city(counts.reduce((sum, count) => sum + count, 0)),
          );
          for (const shown of [...cities, whole]) {
            for (const figure of [shown.persons, shown.stays])
              expect([1, 2, 3, 4]).not.toContain(figure);
            expect(isHidden(shown.nights)).toBe(isHidden(shown.persons));
          }
          if (!isHidden(whole.persons))
            expect(cities.filter(({ persons }) => isHidden(persons))).not.toHaveLength(1);
        },
      ),
    );
  });
});

describe('sums since the first guest', () => {
  const sums = (...soFar: number[]) =>
    shownSums(soFar.map((sum) => ({ soFar: sum, mayShow: true })));

  test('are shown once they are large enough', () => {
    expect(sums(1, 4, 8, 20, 36, 56)).toEqual(['SMALL', 'SMALL', 8, 20, 36, 56]);
  });

  test('never give a few new persons back', () => {
    expect(sums(8, 10, 14, 14)).toEqual([8, 'WITHHELD', 14, 14]);
    expect(
      shownSums([
        { soFar: 8, mayShow: false },
        { soFar: 16, mayShow: true },
      ]),
    ).toEqual(['WITHHELD', 16]);
  });

  test('of earlier years don’t change when a year is added', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 2, maxLength: 12 }), (news) => {
        const soFar = news.map((_, year) =>
          news.slice(0, year + 1).reduce((sum, count) => sum + count, 0),
        );
        expect(sums(...soFar).slice(0, -1)).toEqual(sums(...soFar.slice(0, -1)));
        const shown = sums(...soFar).filter((figure) => typeof figure === 'number');
        for (const [index, figure] of shown.entries())
          expect([1, 2, 3, 4]).not.toContain(figure - (shown[index - 1] ?? 0));
      }),
    );
  });
});

test('nearly all of some decisions is withheld like the few that are missing', () => {
  expect([0, 3, 6, 17, 19, 20].map((count) => shareOfDecisions(count, 20))).toEqual([
    0,
    'SMALL',
    6,
    'WITHHELD',
    'WITHHELD',
    20,
  ]);
  expect([0, 2, 4].map((count) => shareOfDecisions(count, 4))).toEqual([0, 'SMALL', 'SMALL']);
});
