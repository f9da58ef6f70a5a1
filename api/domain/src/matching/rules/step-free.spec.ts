import { saysOf } from '../match.fixture.ts';

describe('a step-free place', () => {
  test.each([
    [true, ['FITS NEED_MET']],
    [false, ['BLOCKED NEED_NOT_MET']],
    [null, ['UNKNOWN NEED_NOT_RECORDED ask CITY']],
  ])('recorded as %p for someone who needs it', (stepFree, says) => {
    expect(
      saysOf('STEP_FREE', { defender: { accessNeeds: ['STEP_FREE'] }, place: { stepFree } }),
    ).toEqual(says);
  });

  test('is no matter to anyone else', () => {
    expect(saysOf('STEP_FREE', { place: { stepFree: false } })).toEqual([]);
  });
});
