import { saysOf } from '../match.fixture.ts';

describe('care nearby', () => {
  test.each([
    [true, ['FITS NEED_MET']],
    [false, ['WEAKER NEED_NOT_MET']],
    [null, ['UNKNOWN NEED_NOT_RECORDED ask CITY']],
  ])('recorded as %p for someone who needs it', (specialisedCare, says) => {
    expect(
      saysOf('CARE_NEARBY', {
        defender: { accessNeeds: ['CARE_NEARBY'] },
        city: { specialisedCare },
      }),
    ).toEqual(says);
  });

  test('is no matter to anyone else', () => {
    expect(saysOf('CARE_NEARBY', { city: { specialisedCare: false } })).toEqual([]);
  });
});
