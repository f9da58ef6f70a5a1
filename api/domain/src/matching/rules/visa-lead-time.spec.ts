import { day } from '../../calendar/days.fixture.ts';
import type { MatchDefender } from '../match-input.ts';
import { saysOf } from '../match.fixture.ts';

const held = {
  kind: 'SHORT_STAY',
  validFrom: day('2027-01-01'),
  validUntil: day('2027-06-30'),
  countries: [],
  days: 90,
} as const;

describe('the visa’s lead time', () => {
  test.each<[string, MatchDefender['visa'], string[]]>([
    [
      'fits when the consulate decides on the day before',
      { needed: true, held: null, leadTimeDays: 42 },
      ['FITS VISA_IN_TIME'],
    ],
    [
      'blocks when it decides a day too late',
      { needed: true, held: null, leadTimeDays: 43 },
      ['BLOCKED VISA_TOO_LATE'],
    ],
    [
      'is no matter with a visa at hand',
      { needed: true, held, leadTimeDays: 300 },
      ['FITS VISA_GRANTED'],
    ],
    [
      'is no matter without need of one',
      { needed: false, held: null, leadTimeDays: null },
      ['FITS VISA_NOT_NEEDED'],
    ],
    [
      'is asked of a coordinator when not known',
      { needed: true, held: null, leadTimeDays: null },
      ['UNKNOWN VISA_LEAD_TIME_NOT_KNOWN ask COORDINATOR'],
    ],
    [
      'is asked of the person when the need isn’t known',
      { needed: null, held: null, leadTimeDays: 1 },
      ['UNKNOWN VISA_LEAD_TIME_NOT_KNOWN ask DEFENDER'],
    ],
  ])('%s', (_, visa, says) => {
    expect(saysOf('VISA_LEAD_TIME', { defender: { visa } })).toEqual(says);
  });
});
