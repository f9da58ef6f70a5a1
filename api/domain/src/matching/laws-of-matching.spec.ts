import fc from 'fast-check';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { spanOfNights } from '../calendar/date-span.ts';
import { cityVerdicts, type CityVerdict } from './city-option.ts';
import { judgeOf } from './judge.ts';
import { judgePlacement, matchDefender } from './match-defender.ts';
import type { MatchInput } from './match-input.ts';
import { anyInput } from './random-input.fixture.ts';

/** Every place on every day of the window, judged one by one: slow, and sharing no search with the list. */
function everyPlacement(input: MatchInput, cityId: string) {
  const judge = judgeOf(input);
  const judged: { placeId: string; verdict: CityVerdict; from: CalendarDate }[] = [];
  for (const at of judge.cities.filter(({ city }) => city.cityId === cityId)) {
    for (const prepared of at.places) {
      for (let from = input.window.earliest; from <= input.window.latest; from = addDays(from, 1)) {
        const { verdict } = judge.judge(at, prepared, spanOfNights(from, input.lengthNights));
        judged.push({ from, verdict, placeId: prepared.place.placeId });
      }
    }
  }
  return judged;
}

/** So many random inputs a law: enough to have found every fault there was, few enough to run on each change. */
const runs = 40;

const rank = (verdict: CityVerdict): number => cityVerdicts.indexOf(verdict);

describe('the list, whatever the input', () => {
  test('finds a placement that fits, or is open, whenever trying every day of every place finds one', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const { cityId, verdict } of matchDefender(input)) {
          const best = Math.min(
            ...everyPlacement(input, cityId).map((judged) => rank(judged.verdict)),
          );
          if (best <= rank('UNKNOWN') || rank(verdict) <= rank('UNKNOWN'))
            expect(rank(verdict)).toBe(best);
        }
      }),
      { numRuns: runs },
    );
  });

  test('arrives on the earliest day that fits in that place', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const { cityId, verdict, best } of matchDefender(input)) {
          if (verdict !== 'FITS' || best === null) continue;
          const fitting = everyPlacement(input, cityId).filter(
            (each) => each.verdict === 'FITS' && each.placeId === best.placeId,
          );
          expect(fitting[0]?.from).toBe(best.span.from);
        }
      }),
      { numRuns: runs },
    );
  });

  test('is the same for the same input in another order', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const turned = {
          ...input,
          cities: [...input.cities]
            .reverse()
            .map((city) => ({ ...city, places: [...city.places].reverse() })),
        };
        expect(matchDefender(turned)).toEqual(matchDefender(input));
      }),
      { numRuns: runs },
    );
  });

  test('offers no other arrival or length with which the city wouldn’t fit, unless it says what it lifts', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const { cityId, whatWouldHaveToChange } of matchDefender(input)) {
          for (const change of whatWouldHaveToChange) {
            if (change.change !== 'OTHER_ARRIVAL' && change.change !== 'SHORTER_LENGTH') continue;
            if (change.rule !== null) continue;
            const { from } = change.placement.span;
            const window =
              change.change === 'OTHER_ARRIVAL' ? { earliest: from, latest: from } : input.window;
            expect(judgePlacement({ ...input, window }, cityId, change.placement)?.verdict).toBe(
              'FITS',
            );
          }
        }
      }),
      { numRuns: runs },
    );
  });

  test('names nobody else', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(JSON.stringify(matchDefender(input))).not.toMatch(/"(bo|cy|di)"/);
      }),
      { numRuns: runs },
    );
  });

  test('never gets worse when a city gives more nights', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const more = {
          ...input,
          cities: input.cities.map((city) => ({
            ...city,
            places: city.places.map((place) => ({ ...place, blocked: [], occupied: [] })),
          })),
        };
        const before = new Map(
          matchDefender(input).map(({ cityId, verdict }) => [cityId, rank(verdict)]),
        );
        for (const { cityId, verdict } of matchDefender(more)) {
          if (rank(verdict) > rank('UNKNOWN')) continue;
          expect(rank(verdict)).toBeLessThanOrEqual(before.get(cityId) ?? 0);
        }
      }),
      { numRuns: runs },
    );
  });
});
