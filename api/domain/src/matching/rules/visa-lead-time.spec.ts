import type { MatchDefender } from '../match-input.ts';
import { saysOf } from '../match.fixture.ts';

describe('the visa’s lead time', () => {
  test.each<[string, MatchDefender['visa'], string[]]>([
    [
      'fits when the consulate decides on the day before',
      { needed: true, granted: false, leadTimeDays: 42 },
      ['FITS VISA_IN_TIME'],
    ],
    [
      'blocks when it decides a day too late',
      { needed: true, granted: false, leadTimeDays: 43 },
      ['BLOCKED VISA_TOO_LATE'],
    ],
    [
      'is no matter with a visa at hand',
      { needed: true, granted: true, leadTimeDays: 300 },
      ['FITS VISA_GRANTED'],
    ],
    [
      'is no matter without need of one',
      { needed: false, granted: false, leadTimeDays: null },
      ['FITS VISA_NOT_NEEDED'],
    ],
    [
      'is asked of a coordinator when not known',
      { needed: true, granted: false, leadTimeDays: null },
      ['UNKNOWN VISA_LEAD_TIME_NOT_KNOWN ask COORDINATOR'],
    ],
    [
      'is asked of the person when the need isn’t known',
      { needed: null, granted: false, leadTimeDays: 1 },
      ['UNKNOWN VISA_LEAD_TIME_NOT_KNOWN ask DEFENDER'],
    ],
  ])('%s', (_, visa, says) => {
    expect(saysOf('VISA_LEAD_TIME', { defender: { visa } })).toEqual(says);
  });
});
