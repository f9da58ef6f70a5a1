import { day, span } from '../../calendar/days.fixture.ts';
import { judgePlacement } from '../match-defender.ts';
import { guest, inputOf, saysOf, type Case } from '../match.fixture.ts';

const confirmedOn = day('2026-11-03');

describe('capacity and free nights', () => {
  test('fit in confirmed, free capacity, and say from when to when and since when', () => {
    const place = { occupied: [guest('2027-06-01', '2027-08-01')] };
    const judged = judgePlacement(inputOf({ place }), 'nijmegen', {
      placeId: 'place-1',
      span: span('2027-01-12', '2027-04-11'),
    });
    expect(judged?.findings.find(({ rule }) => rule === 'CAPACITY')).toEqual({
      rule: 'CAPACITY',
      verdict: 'FITS',
      fact: { code: 'PLACE_FREE', params: { from: '2027-01-01', until: '2027-06-01' } },
      source: 'CAPACITY',
      asOf: '2026-11-03',
    });
  });

  test.each<[string, Case, string[]]>([
    [
      'are a question while the city hasn’t signed',
      { place: { confirmed: [], unconfirmed: [span('2027-01-01', '2028-01-01')] } },
      ['UNKNOWN CAPACITY_UNCONFIRMED ask CITY'],
    ],
    [
      'are a question when only the end isn’t signed',
      {
        place: {
          confirmed: [{ ...span('2027-01-01', '2027-03-01'), confirmedOn, track: null }],
          unconfirmed: [span('2027-03-01', '2028-01-01')],
        },
      },
      ['UNKNOWN CAPACITY_UNCONFIRMED ask CITY'],
    ],
    [
      'block when another guest has the nights',
      { place: { occupied: [guest('2027-04-01', '2027-05-01')] } },
      ['BLOCKED PLACE_TAKEN'],
    ],
    [
      'fit on the day another guest leaves',
      { place: { occupied: [guest('2026-12-01', '2027-01-12')] } },
      ['FITS PLACE_FREE'],
    ],
    [
      'block when the gap between two guests isn’t kept',
      { city: { gapDays: 3 }, place: { occupied: [guest('2026-12-01', '2027-01-12')] } },
      ['BLOCKED CLEANING_GAP'],
    ],
    [
      'block on blocked days',
      { place: { blocked: [{ ...span('2027-02-01', '2027-02-08'), reason: 'REPAIR' }] } },
      ['BLOCKED PLACE_BLOCKED'],
    ],
    ['block where nothing was offered', { place: { confirmed: [] } }, ['BLOCKED NO_CAPACITY_THEN']],
  ])('%s', (_, given, says) => {
    expect(saysOf('CAPACITY', given)).toEqual(says);
  });
});
