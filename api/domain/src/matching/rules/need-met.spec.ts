import { day } from '../../calendar/days.fixture.ts';
import { needMet } from './need-met.ts';

const place = { profileAsOf: day('2026-11-03') };

describe('one need of a place', () => {
  test('is met, with the day on which it was recorded', () => {
    expect(needMet('STEP_FREE', 'STEP_FREE', true, place, 'BLOCKED')).toEqual({
      rule: 'STEP_FREE',
      verdict: 'FITS',
      fact: { code: 'NEED_MET', params: { need: 'STEP_FREE' } },
      source: 'PLACE_PROFILE',
      asOf: '2026-11-03',
    });
  });

  test.each(['BLOCKED', 'WEAKER'] as const)(
    'that isn’t met is as hard as the rule says: %s',
    (hard) => {
      expect(needMet('PRACTICAL_NEEDS', 'QUIET', false, place, hard).verdict).toBe(hard);
    },
  );

  test('of which nothing is recorded is a question for the city', () => {
    expect(needMet('STEP_FREE', 'STEP_FREE', null, place, 'BLOCKED')).toMatchObject({
      verdict: 'UNKNOWN',
      asOf: null,
      ask: { whom: 'CITY' },
    });
  });
});
