import { saysOf } from '../match.fixture.ts';

describe('sleeping alone', () => {
  test.each([
    [true, ['FITS NEED_MET']],
    [false, ['BLOCKED NEED_NOT_MET']],
    [null, ['UNKNOWN NEED_NOT_RECORDED ask CITY']],
  ])('in a place recorded as alone: %p', (alone, says) => {
    expect(
      saysOf('SLEEPS_ALONE', { defender: { accessNeeds: ['SLEEPS_ALONE'] }, place: { alone } }),
    ).toEqual(says);
  });

  test('is no matter to who can share', () => {
    expect(saysOf('SLEEPS_ALONE', { place: { alone: false } })).toEqual([]);
  });
});
