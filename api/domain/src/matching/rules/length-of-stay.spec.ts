import { span } from '../../calendar/days.fixture.ts';
import { saysOf } from '../match.fixture.ts';

describe('the length of a stay', () => {
  test.each([
    ['is three months at most', '2027-04-12', ['FITS LENGTH_ALLOWED']],
    ['is not a day more', '2027-04-13', ['BLOCKED LENGTH_TOO_LONG']],
    ['is not nothing', '2027-01-12', ['BLOCKED LENGTH_ZERO']],
  ])('%s', (_, until, says) => {
    expect(saysOf('LENGTH', { span: span('2027-01-12', until) })).toEqual(says);
  });
});
