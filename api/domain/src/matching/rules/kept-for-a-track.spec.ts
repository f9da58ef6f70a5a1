import { day, span } from '../../calendar/days.fixture.ts';
import { saysOf, type Case } from '../match.fixture.ts';

const journalist = { track: 'JOURNALIST' } as const;
const springForJournalists = {
  confirmed: [
    { ...span('2027-01-01', '2027-06-01'), confirmedOn: day('2026-11-03'), track: 'JOURNALIST' },
    { ...span('2027-06-01', '2028-01-01'), confirmedOn: day('2026-11-03'), track: null },
  ],
} as const;

describe('a place or period kept for a track', () => {
  test.each<[string, Case, string[]]>([
    ['goes to that track', { place: journalist, defender: journalist }, ['FITS TRACK_SUITS']],
    ['goes to no other person', { place: journalist }, ['BLOCKED TRACK_KEPT_FOR_OTHERS']],
    [
      'goes to no other track',
      { place: journalist, defender: { track: 'ARTIST' } },
      ['BLOCKED TRACK_KEPT_FOR_OTHERS'],
    ],
    ['binds in its own nights', { place: springForJournalists }, ['BLOCKED TRACK_KEPT_FOR_OTHERS']],
    [
      'binds in no other nights',
      { place: springForJournalists, span: span('2027-06-01', '2027-07-01') },
      [],
    ],
    ['leaves every other place open to its people', { defender: journalist }, []],
  ])('%s', (_, given, says) => {
    expect(saysOf('TRACK', given)).toEqual(says);
  });
});
