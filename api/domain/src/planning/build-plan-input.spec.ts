import fc from 'fast-check';
import { dateOfEpochDay, epochDayOf } from '../calendar/calendar-date.ts';
import { spanOfNights } from '../calendar/date-span.ts';
import { day, span } from '../calendar/days.fixture.ts';
import { judgePlacement } from '../matching/match-defender.ts';
import { aCity, aPlace, guest } from '../matching/match.fixture.ts';
import { anyInput } from '../matching/random-input.fixture.ts';
import { buildPlanInput } from './build-plan-input.ts';
import { aCityWith, anAsk, aPerson } from './planning.fixture.ts';
import type { PlanAsk } from './plan-ask.ts';

const worthsOf = (ask: PlanAsk, person = 0) => buildPlanInput(ask).input.people[person]?.worth ?? [];
const best = (row: readonly number[] | undefined) => Math.max(...(row ?? [-1]));

test('a stay is worth something exactly where the rules for one defender forbid nothing', () => {
  fc.assert(
    fc.property(anyInput, (any) => {
      const match = { ...any, cities: any.cities.map((city) => ({ ...city, places: city.places.map((place) => ({ ...place, placeId: `${city.cityId}/${place.placeId}` })) })) };
      const ask = anAsk({
        today: match.today,
        arrivals: { from: match.window.earliest, until: day('2029-01-01') },
        cities: match.cities,
        people: [{ ...aPerson('ada'), defender: match.defender, window: match.window, lengthNights: match.lengthNights }],
      });
      const { input } = buildPlanInput({ ...ask, placesKeptFree: 0 });
      const places = match.cities.flatMap(({ cityId, places: own }) => own.map(({ placeId }) => ({ cityId, placeId })));
      const [person] = input.people;
      for (const [at, { cityId, placeId }] of places.entries()) {
        for (const [start, from] of (person?.starts ?? []).entries()) {
          const judged = judgePlacement(match, cityId, { placeId, span: spanOfNights(dateOfEpochDay(from), match.lengthNights) });
          const isAsked = judged?.findings.some(({ fact }) => fact.code === 'CAPACITY_UNCONFIRMED') ?? false;
          const mayStay = (judged?.verdict === 'FITS' || judged?.verdict === 'UNKNOWN') && !isAsked;
          const worth = person?.worth[at]?.[start] ?? -1;
          if (worth > 0 !== mayStay) throw new Error(`${placeId} ${String(start)}: worth ${String(worth)}, ${String(judged?.verdict)}`);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('places that no rule tells apart are worth what each would be by itself', () => {
  const cities = [aCityWith('nijmegen', 4), aCityWith('utrecht', 2)];
  const kept = { placeId: 'nijmegen-1', span: span('2027-02-03', '2027-04-04') };
  const ask = anAsk({ cities, keeps: true, people: [aPerson('ada', { kept }), aPerson('bo', { bannedCities: ['utrecht'] })] });
  // When a place was last looked at changes no answer, and makes each a place of its own.
  const unlike = cities.map((city) => ({ ...city, places: city.places.map((place, at) => ({ ...place, profileAsOf: day(`2026-11-0${String(at + 1)}`) })) }));
  expect(buildPlanInput(ask).input.people).toEqual(buildPlanInput({ ...ask, cities: unlike }).input.people);
  expect(worthsOf(ask)[1]).not.toEqual(worthsOf(ask)[0]);
});

describe('what a stay is worth', () => {
  test('placing one more person outweighs everything that all others could win', () => {
    const ask = anAsk({ people: ['ada', 'bo', 'cy'].map((id) => aPerson(id, {}, { risk: { level: id === 'bo' ? 'CRITICAL' : null, citiesToAvoid: [], notNear: [] } })) });
    const { input, weights } = buildPlanInput(ask);
    const surplus = input.people.map(({ worth }) => best(worth.flat()) - weights.placed);
    expect(surplus.reduce((sum, each) => sum + each, 0)).toBeLessThan(weights.placed);
  });

  test('of two, of whom one can be placed, the more urgent is worth more than all that everybody could like', () => {
    const level = (id: string, of: 'CRITICAL' | 'HIGH' | null) => aPerson(id, {}, { risk: { level: of, citiesToAvoid: [], notNear: [] } });
    const { input, weights } = buildPlanInput(anAsk({ people: [level('ada', 'CRITICAL'), level('bo', 'HIGH'), level('cy', null)] }));
    const [critical = 0, high = 0, other = 0] = input.people.map(({ worth }) => Math.min(...worth.flat().filter((each) => each > 0)));
    const likings = 3 * (weights.comfort + weights.weekSooner * weights.weeks);
    expect(high - other).toBeGreaterThan(likings);
    expect(critical - high).toBeGreaterThan(likings);
  });

  test('a week sooner for someone urgent outweighs the whole comfort of anybody else', () => {
    const urgent = aPerson('ada', {}, { risk: { level: 'HIGH', citiesToAvoid: [], notNear: [] } });
    const { input, weights } = buildPlanInput(anAsk({ people: [urgent, aPerson('bo')] }));
    const [first, last] = [input.people[0]?.worth[0]?.[0] ?? 0, input.people[0]?.worth[0]?.[7] ?? 0];
    expect(first - last).toBeGreaterThan(weights.comfort);
  });

  test('the preferred city comes before another, and both before a city that leaves a question open', () => {
    const cities = [aCityWith('nijmegen', 1), aCityWith('utrecht', 1), aCity({ cityId: 'zwolle', places: [aPlace({ placeId: 'zwolle-0', stepFree: null })] })];
    const rows = worthsOf(anAsk({ cities, people: [aPerson('ada', {}, { citiesPreferred: ['utrecht'], accessNeeds: ['STEP_FREE'] })] }));
    expect(best(rows[1])).toBeGreaterThan(best(rows[0]));
    expect(best(rows[0])).toBeGreaterThan(best(rows[2]));
    expect(best(rows[2])).toBeGreaterThan(0);
  });

  test('a banned city and a night that is only asked for are worth nothing', () => {
    const asked = aCity({ cityId: 'zwolle', places: [aPlace({ placeId: 'zwolle-0', confirmed: [], unconfirmed: [span('2027-01-01', '2028-01-01')] })] });
    const rows = worthsOf(anAsk({ cities: [aCityWith('nijmegen', 1), asked], people: [aPerson('ada', { bannedCities: ['nijmegen'] })] }));
    expect(rows.map(best)).toEqual([-1, -1]);
  });

  test('where the person was is worth more than any other place when a plan keeps what it can', () => {
    const kept = { placeId: 'nijmegen-0', span: spanOfNights(day('2027-02-08'), 60) };
    const rows = worthsOf(anAsk({ keeps: true, people: [aPerson('ada', { kept }, { citiesPreferred: ['utrecht'] }), aPerson('bo')] }));
    expect(best(rows[0])).toBeGreaterThan(best(rows[1]));
    expect(rows[0]?.indexOf(best(rows[0]))).toBe(7);
  });
});

describe('what a plan obeys together', () => {
  test('someone pinned is a guest already: nobody else gets those nights, nor a city the two must not share', () => {
    const pinned = { placeId: 'nijmegen-0', span: spanOfNights(day('2027-02-01'), 60) };
    const people = [aPerson('ada', { pinned }), aPerson('bo')];
    const { input } = buildPlanInput(anAsk({ cities: [aCityWith('nijmegen', 2), aCityWith('utrecht', 1)], people, apart: [['ada', 'bo']] }));
    expect(input.people.map(({ id }) => id)).toEqual(['bo']);
    expect(input.people[0]?.worth.map(best).map((worth) => worth > 0)).toEqual([false, false, true]);
  });

  test('a pair that must not be near stays a pair, and an interpreter serves one guest of a city at a time', () => {
    const people = ['ada', 'bo', 'cy'].map((id) => aPerson(id, {}, { interpreterNeeded: id !== 'bo' }));
    const { input } = buildPlanInput(anAsk({ people, apart: [['cy', 'ada']], cities: [aCity({ cityId: 'nijmegen', places: [aPlace({ occupied: [guest('2026-12-01', '2027-01-20', 'di', true)] })] })] }));
    expect(input.apart).toEqual([[2, 0]]);
    expect(input.limits).toEqual([{ places: [0], people: [0, 2], atOnce: 1, standing: [{ from: epochDayOf(day('2026-12-01')), until: epochDayOf(day('2027-01-20')) }] }]);
  });

  test('a city that named a number takes so many at once, those who stand and those who are pinned among them', () => {
    const pinned = { placeId: 'nijmegen-0', span: spanOfNights(day('2027-02-01'), 60) };
    const standing = aPlace({ placeId: 'nijmegen-2', occupied: [guest('2027-01-01', '2027-03-01')] });
    const city = aCityWith('nijmegen', 2, { guestsAtOnceAtMost: 2 });
    const { input } = buildPlanInput(anAsk({ people: [aPerson('ada', { pinned }), aPerson('bo')], cities: [aCityWith('utrecht', 1), { ...city, places: [...city.places, standing] }] }));
    const nights = ({ from, until }: { from: string; until: string }) => ({ from: epochDayOf(day(from)), until: epochDayOf(day(until)) });
    expect(input.limits).toEqual([{ places: [1, 2, 3], people: null, atOnce: 2, standing: [nights(pinned.span), nights({ from: '2027-01-01', until: '2027-03-01' })] }]);
  });

  test('places kept free are counted over all cities', () => {
    expect(buildPlanInput(anAsk({ placesKeptFree: 1 })).input.reserves).toEqual([{ places: [0, 1], keep: 1, price: null }]);
    expect(buildPlanInput(anAsk()).input.reserves).toEqual([]);
  });

  test('the day on which somebody was is tried again, though only every week is', () => {
    const kept = { placeId: 'nijmegen-0', span: spanOfNights(day('2027-02-04'), 60) };
    const cities = Array.from({ length: 40 }, (_, at) => aCityWith(at === 0 ? 'nijmegen' : `city-${String(at)}`, 10));
    const [person] = buildPlanInput(anAsk({ cities, people: [aPerson('ada', { kept })] })).input.people;
    expect(person?.starts.map(dateOfEpochDay)).toEqual(['2027-02-01', '2027-02-04', '2027-02-08', '2027-02-14']);
  });

});
