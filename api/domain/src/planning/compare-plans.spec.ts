import { day } from '../calendar/days.fixture.ts';
import { spanOfNights } from '../calendar/date-span.ts';
import type { Finding } from '../matching/finding.ts';
import { changeBetween, type InPlan } from './compare-plans.ts';
import { changedSince, decidedFacts } from './decided-facts.ts';

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
