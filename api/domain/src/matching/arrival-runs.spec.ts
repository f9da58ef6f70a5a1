import fc from 'fast-check';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { day, span } from '../calendar/days.fixture.ts';
import { containsNight, spanOfNights } from '../calendar/date-span.ts';
import { arrivalRuns } from './arrival-runs.ts';
import { judgePlacement } from './match-defender.ts';
import { guest, inputOf } from './match.fixture.ts';
import { anyInput } from './random-input.fixture.ts';

describe('the days on which someone could arrive', () => {
  test('are told for each place, with the rules that forbid the others', () => {
    const input = inputOf({
      input: { lengthNights: 30 },
      place: { occupied: [guest('2027-02-20', '2027-03-10')] },
    });
    expect(arrivalRuns(input, span('2027-01-01', '2027-05-01'))).toEqual([
      {
        cityId: 'nijmegen',
        placeId: 'place-1',
        runs: [
          {
            ...span('2027-01-01', '2027-01-12'),
            verdict: 'BLOCKED',
            blockedBy: ['ARRIVAL_WINDOW'],
          },
          { ...span('2027-01-12', '2027-01-22'), verdict: 'FITS', blockedBy: [] },
          { ...span('2027-01-22', '2027-03-10'), verdict: 'FULL', blockedBy: ['CAPACITY'] },
          { ...span('2027-03-10', '2027-04-01'), verdict: 'FITS', blockedBy: [] },
          {
            ...span('2027-04-01', '2027-05-01'),
            verdict: 'BLOCKED',
            blockedBy: ['ARRIVAL_WINDOW'],
          },
        ],
      },
    ]);
  });

  test('are none when no day is asked about', () => {
    expect(arrivalRuns(inputOf({}), span('2027-01-01', '2027-01-01'))[0]?.runs).toEqual([]);
  });

  test('are those that judging each day gives, without a gap', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const arrivals = { from: addDays(input.today, -5), until: addDays(input.today, 160) };
        for (const { cityId, placeId, runs } of arrivalRuns(input, arrivals)) {
          for (
            let from: CalendarDate = arrivals.from;
            from < arrivals.until;
            from = addDays(from, 3)
          ) {
            const placement = { placeId, span: spanOfNights(from, input.lengthNights) };
            const judged = judgePlacement(input, cityId, placement);
            const blocked = judged?.findings
              .filter(({ verdict }) => verdict === 'BLOCKED')
              .map(({ rule }) => rule);
            const run = runs.filter((each) => containsNight(each, from));
            expect(run).toMatchObject([
              { verdict: judged?.verdict, blockedBy: [...new Set(blocked)] },
            ]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('never lie before today', () => {
    const defender = {
      visa: {
        needed: true,
        leadTimeDays: null,
        held: [
          {
            kind: 'SHORT_STAY',
            validFrom: day('2020-01-01'),
            validUntil: day('2030-01-01'),
            countries: [],
            days: null,
          } as const,
        ],
      },
    };
    const input = inputOf({ defender, input: { today: day('2027-02-01') } });
    expect(arrivalRuns(input, span('2027-01-20', '2027-02-05'))[0]?.runs).toEqual([
      { ...span('2027-01-20', '2027-02-01'), verdict: 'BLOCKED', blockedBy: ['ARRIVAL_WINDOW'] },
      { ...span('2027-02-01', '2027-02-05'), verdict: 'FITS', blockedBy: [] },
    ]);
  });
});
