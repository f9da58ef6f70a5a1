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
      { needed: true, held: [], leadTimeDays: 42 },
      ['FITS VISA_IN_TIME'],
    ],
    [
      'blocks when it decides a day too late',
      { needed: true, held: [], leadTimeDays: 43 },
      ['BLOCKED VISA_TOO_LATE'],
    ],
    [
      'is no matter with a visa at hand',
      { needed: true, held: [held], leadTimeDays: 300 },
      ['FITS VISA_GRANTED'],
    ],
    [
      'is no matter with two that cover it one after the other',
      {
        needed: true,
        held: [
          { ...held, validUntil: day('2027-02-28') },
          { ...held, kind: 'NATIONAL', countries: ['NL'], validFrom: day('2027-03-01') },
        ],
        leadTimeDays: 300,
      },
      ['FITS VISA_GRANTED'],
    ],
    [
      'is no matter with another State’s national visa, whose holder travels without one',
      { needed: true, held: [{ ...held, kind: 'NATIONAL', countries: ['FR'] }], leadTimeDays: 300 },
      ['FITS VISA_GRANTED'],
    ],
    [
      'blocks when two leave a day between them',
      {
        needed: true,
        held: [
          { ...held, validUntil: day('2027-02-27') },
          { ...held, validFrom: day('2027-03-01') },
        ],
        leadTimeDays: 43,
      },
      ['BLOCKED VISA_TOO_LATE'],
    ],
    [
      'is no matter without need of one',
      { needed: false, held: [], leadTimeDays: null },
      ['FITS VISA_NOT_NEEDED'],
    ],
    [
      'is asked of a coordinator when not known',
      { needed: true, held: [], leadTimeDays: null },
      ['UNKNOWN VISA_LEAD_TIME_NOT_KNOWN ask COORDINATOR'],
    ],
    [
      'is asked of the person when the need isn’t known',
      { needed: null, held: [], leadTimeDays: 1 },
      ['UNKNOWN VISA_LEAD_TIME_NOT_KNOWN ask DEFENDER'],
    ],
  ])('%s', (_, visa, says) => {
    expect(saysOf('VISA_LEAD_TIME', { defender: { visa } })).toEqual(says);
  });
});
