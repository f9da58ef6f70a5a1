import { saysOf } from '../match.fixture.ts';

describe('publicity', () => {
  test.each([
    ['OPEN', 'NEVER', 'WEAKER PUBLICITY_LESS_THAN_CITY_WANTS'],
    ['OPEN', 'OFFLINE_ONLY', 'WEAKER PUBLICITY_LESS_THAN_CITY_WANTS'],
    ['OPEN', 'EACH_TIME', 'FITS PUBLICITY_SUITS'],
    ['SMALL', 'OFFLINE_ONLY', 'FITS PUBLICITY_SUITS'],
    ['SMALL', 'AFTER_RETURN', 'WEAKER PUBLICITY_LESS_THAN_CITY_WANTS'],
    ['NONE', 'NEVER', 'FITS PUBLICITY_SUITS'],
    [null, 'FREE', 'UNKNOWN PUBLICITY_NOT_RECORDED ask CITY'],
  ] as const)(
    'that the city wants (%s) against what the person agreed to (%s)',
    (publicEvents, publicity, says) => {
      expect(saysOf('PUBLICITY', { defender: { publicity }, city: { publicEvents } })).toEqual([
        says,
      ]);
    },
  );
});
