import { day, span } from '../../calendar/days.fixture.ts';
import { saysOf, type Case } from '../match.fixture.ts';

describe('the arrival window', () => {
  test.each<[string, Case, string[]]>([
    [
      'opens on its first day',
      { span: span('2027-01-12', '2027-03-01') },
      ['FITS ARRIVAL_IN_WINDOW'],
    ],
    [
      'includes its last day',
      { span: span('2027-03-31', '2027-05-01') },
      ['FITS ARRIVAL_IN_WINDOW'],
    ],
    ['is closed before', { span: span('2027-01-11', '2027-03-01') }, ['BLOCKED ARRIVAL_TOO_EARLY']],
    ['is closed after', { span: span('2027-04-01', '2027-05-01') }, ['BLOCKED ARRIVAL_TOO_LATE']],
    [
      'never opens in the past',
      { span: span('2027-01-20', '2027-03-01'), input: { today: day('2027-02-01') } },
      ['BLOCKED ARRIVAL_TOO_EARLY'],
    ],
  ])('%s', (_, given, says) => {
    expect(saysOf('ARRIVAL_WINDOW', given)).toEqual(says);
  });
});
