import { saysOf } from '../match.fixture.ts';

describe('room for a household', () => {
  test.each([
    ['is no matter to someone alone', 0, 1, []],
    ['suffices for everyone', 2, 3, ['FITS ROOM_ENOUGH']],
    ['is too small for one more', 2, 2, ['BLOCKED ROOM_TOO_SMALL']],
    ['is asked of the city when not recorded', 1, null, ['UNKNOWN ROOM_NOT_RECORDED ask CITY']],
    [
      'is asked of the person when nobody knows who comes',
      null,
      4,
      ['UNKNOWN HOUSEHOLD_NOT_KNOWN ask DEFENDER'],
    ],
  ])('%s', (_, companions, sleeps, says) => {
    expect(saysOf('HOUSEHOLD', { defender: { companions }, place: { sleeps } })).toEqual(says);
  });
});
