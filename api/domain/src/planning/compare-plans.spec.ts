import { day } from '../calendar/days.fixture.ts';
import { spanOfNights } from '../calendar/date-span.ts';
import type { Finding } from '../matching/finding.ts';
import { aCity } from '../matching/match.fixture.ts';
import { changeBetween, effectBetween, type InPlan } from './compare-plans.ts';
import { changedSince, decidedFacts } from './decided-facts.ts';
import { judgedSeats } from './judged-seats.ts';
import { nightsByCity } from './nights-by-city.ts';
import { aCityWith, anAsk, aPerson } from './planning.fixture.ts';

const at = (cityId: string, placeId: string, from = '2027-02-01'): InPlan => ({ defenderId: 'ada', seat: { defenderId: 'ada', cityId, placeId, span: spanOfNights(day(from), 60) } });
const nowhere: InPlan = { defenderId: 'ada', seat: null };

test.each([
  ['SAME', at('utrecht', 'a'), at('utrecht', 'a')],
  ['SAME', nowhere, nowhere],
  ['OTHER_DAYS', at('utrecht', 'a'), at('utrecht', 'a', '2027-02-08')],
  ['OTHER_PLACE', at('utrecht', 'a'), at('utrecht', 'b', '2027-02-08')],
  ['OTHER_CITY', at('utrecht', 'a'), at('zwolle', 'c')],
  ['PLACED', nowhere, at('zwolle', 'c')],
  ['LEFT_OUT', at('zwolle', 'c'), nowhere],
  ['SAME', undefined, undefined],
  ['NOT_IN_ONE', undefined, at('zwolle', 'c')],
  ['NOT_IN_OTHER', nowhere, undefined],
] as const)('%s', (change, one, other) => {
  expect(changeBetween(one, other)).toBe(change);
});

const finding = (rule: Finding['rule'], code: 'STEP_FREE' | 'LANGUAGE_SHARED' | 'LANGUAGE_NOT_SHARED' | 'HIDDEN_RULE'): Finding =>
  ({ rule, verdict: 'FITS', fact: { code }, source: 'CITY_PROFILE', asOf: null }) as unknown as Finding;

test('what a seat was decided on keeps no answer of a risk note, and says which rules answer otherwise since', () => {
  const kept = decidedFacts([finding('LANGUAGE', 'LANGUAGE_SHARED'), finding('HIDDEN_RULE', 'HIDDEN_RULE'), finding('RISK_CITY', 'HIDDEN_RULE')]);
  expect(kept).toEqual({ LANGUAGE: 'FITS LANGUAGE_SHARED' });
  expect(changedSince(kept, [finding('LANGUAGE', 'LANGUAGE_SHARED'), finding('RISK_CITY', 'HIDDEN_RULE')])).toEqual([]);
  expect(changedSince(kept, [finding('LANGUAGE', 'LANGUAGE_NOT_SHARED'), finding('STEP_FREE', 'STEP_FREE')])).toEqual(['LANGUAGE', 'STEP_FREE']);
});

describe('what a second plan does to one person', () => {
  const cities = [aCityWith('nijmegen', 2), aCityWith('utrecht', 1), aCity({ ...aCityWith('zwolle', 1), languages: ['en'] })];
  const ask = anAsk({ cities, people: [aPerson('ada', {}, { citiesPreferred: ['utrecht'] }), aPerson('bo')] });
  const judged = (placeId: string, from = '2027-02-01') => judgedSeats(ask, [{ defenderId: 'ada', placeId, span: spanOfNights(day(from), 60) }])[0];

  test.each([
    ['SAME', null, judged('nijmegen-0'), judged('nijmegen-0')],
    ['SAME', null, undefined, undefined],
    ['EVEN', null, judged('nijmegen-0'), judged('nijmegen-1')],
    ['BETTER', 'WISHES', judged('nijmegen-0'), judged('utrecht-0')],
    ['WORSE', 'LANGUAGE', judged('nijmegen-0'), judged('zwolle-0')],
    ['WORSE', 'URGENCY', judged('nijmegen-0'), judged('nijmegen-0', '2027-02-09')],
    ['BETTER', null, undefined, judged('zwolle-0')],
    ['WORSE', null, judged('nijmegen-0'), undefined],
  ] as const)('%s by %s', (effect, decidedBy, one, other) => {
    expect(effectBetween(one, other)).toEqual({ effect, decidedBy });
  });

  test('a seat is judged against the fair share of all cities, not of its own', () => {
    const busy = anAsk({ cities: [aCityWith('nijmegen', 1, { load: { usedNights: 300, offeredNights: 365 } }), aCityWith('utrecht', 1, { load: { usedNights: 10, offeredNights: 365 } })] });
    const [one] = judgedSeats(busy, [{ defenderId: 'ada', placeId: 'nijmegen-0', span: spanOfNights(day('2027-02-01'), 60) }]);
    expect(one?.findings.find(({ rule }) => rule === 'FAIRNESS')?.verdict).toBe('WEAKER');
  });

  test('nights are added up by city, and a city that is asked for none stands at none', () => {
    const seats = [{ defenderId: 'ada', placeId: 'nijmegen-0', span: spanOfNights(day('2027-02-01'), 60) }, { defenderId: 'bo', placeId: 'nijmegen-1', span: spanOfNights(day('2027-02-01'), 30) }];
    expect([...nightsByCity(cities, seats)]).toEqual([['nijmegen', 90], ['utrecht', 0], ['zwolle', 0]]);
  });
});
