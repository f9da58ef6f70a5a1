import { day } from '../../calendar/days.fixture.ts';
import { saysOf } from '../match.fixture.ts';

describe('the passport', () => {
  test.each([
    ['fits when valid six months past departure', '2027-10-11', ['FITS PASSPORT_VALID']],
    ['is weaker below six', '2027-10-10', ['WEAKER PASSPORT_SHORTER_THAN_WISHED']],
    ['blocks below three', '2027-07-10', ['BLOCKED PASSPORT_TOO_SHORT']],
    ['is a question when not known', null, ['UNKNOWN PASSPORT_NOT_KNOWN ask DEFENDER']],
  ])('%s', (_, until, says) => {
    const passportValidUntil = until === null ? null : day(until);
    expect(saysOf('PASSPORT', { defender: { passportValidUntil } })).toEqual(says);
  });
});
