import { day, span } from '../../calendar/days.fixture.ts';
import { judgePlacement } from '../match-defender.ts';
import { inputOf, saysOf, type Case } from '../match.fixture.ts';

const inAutumn = [{ firstDay: day('2026-10-01'), lastDay: day('2026-10-26') }];

const holding = (kind: 'NATIONAL' | 'LIMITED_TERRITORY', countries: readonly string[]) => ({
  needed: true,
  leadTimeDays: 30,
  held: [
    { kind, countries, validFrom: day('2027-01-01'), validUntil: day('2027-12-31'), days: null },
  ],
});

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
      'don’t count under a national visa of the country, however many were used',
      { defender: { presences: inAutumn, visa: holding('NATIONAL', ['NL']) } },
      ['FITS VISA_DAYS_NOT_COUNTED'],
    ],
    [
      'count under another country’s national visa',
      { defender: { presences: inAutumn, visa: holding('NATIONAL', ['FR']) } },
      ['BLOCKED VISA_DAYS_OVER'],
    ],
    [
      'are a visa’s own when it is of limited territory and good here',
      { defender: { presences: inAutumn, visa: holding('LIMITED_TERRITORY', ['BE', 'NL']) } },
      ['FITS VISA_OF_LIMITED_TERRITORY'],
    ],
    [
      'are no visa’s own when it isn’t good here',
      { defender: { presences: inAutumn, visa: holding('LIMITED_TERRITORY', ['BE']) } },
      ['BLOCKED VISA_DAYS_OVER'],
    ],
    [
      'don’t count in an earlier stay under a national visa',
      {
        defender: { presences: inAutumn.map((days) => ({ ...days, basis: 'NATIONAL' as const })) },
      },
      ['FITS VISA_DAYS_LEFT'],
    ],
    [
      'are under several rights when a national visa covers only some of them',
      {
        defender: {
          presences: inAutumn,
          visa: {
            ...holding('NATIONAL', ['NL']),
            held: holding('NATIONAL', ['NL']).held.map((visa) => ({
              ...visa,
              validUntil: day('2027-02-10'),
            })),
          },
        },
      },
      ['FITS VISA_DAYS_UNDER_SEVERAL'],
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
