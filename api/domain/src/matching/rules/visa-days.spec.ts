import { day, span } from '../../calendar/days.fixture.ts';
import { judgePlacement } from '../match-defender.ts';
import { inputOf, saysOf, type Case } from '../match.fixture.ts';

const inAutumn = [{ firstDay: day('2026-10-01'), lastDay: day('2026-10-26') }];

describe('visa days', () => {
  test.each<[string, Case, string[]]>([
    ['suffice for 89 nights when none were used', {}, ['FITS VISA_DAYS_LEFT']],
    ['don’t suffice for 90 nights', { input: { lengthNights: 90 } }, ['BLOCKED VISA_DAYS_OVER']],
    [
      'count an earlier training',
      { defender: { presences: inAutumn } },
      ['BLOCKED VISA_DAYS_OVER'],
    ],
    [
      'count another stay of the person',
      { defender: { otherStays: [span('2026-11-01', '2026-12-10')] } },
      ['BLOCKED VISA_DAYS_OVER'],
    ],
    [
      'are a question when nobody asked',
      { defender: { presences: null } },
      ['UNKNOWN VISA_DAYS_NOT_KNOWN ask DEFENDER'],
    ],
    [
      'are over all the same when the stay is too long by itself',
      { defender: { presences: null }, input: { lengthNights: 91 } },
      ['BLOCKED VISA_DAYS_OVER'],
    ],
  ])('%s', (_, given, says) => {
    expect(saysOf('VISA_DAYS', given)).toEqual(says);
  });

  // 26 days in October and 64 from 12 January make 90 on 16 March; October's first day falls out only on 30 March.
  test('say from which day on it is too much, and until when the person could stay', () => {
    const placement = { placeId: 'place-1', span: span('2027-01-12', '2027-04-11') };
    const judged = judgePlacement(
      inputOf({ defender: { presences: inAutumn } }),
      'nijmegen',
      placement,
    );
    expect(judged?.findings.find(({ rule }) => rule === 'VISA_DAYS')?.fact).toEqual({
      code: 'VISA_DAYS_OVER',
      params: { firstDayOver: '2027-03-17', daysOver: 13, latestDeparture: '2027-03-16' },
    });
  });
});
