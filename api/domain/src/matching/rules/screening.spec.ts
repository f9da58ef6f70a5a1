import { saysOf } from '../match.fixture.ts';

describe('a city’s own screening', () => {
  test.each([
    [0, []],
    [42, ['FITS SCREENING_IN_TIME']],
    [43, ['BLOCKED SCREENING_TOO_LATE']],
  ])('of %p days, 42 days before arrival', (screeningDays, says) => {
    expect(saysOf('SCREENING', { city: { screeningDays } })).toEqual(says);
  });
});
