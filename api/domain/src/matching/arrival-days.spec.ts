import { day, span } from '../calendar/days.fixture.ts';
import { arrivalDaysBeforeWindow, arrivalDaysWorthJudging } from './arrival-days.ts';
import { judgeOf } from './judge.ts';
import { aPlace, guest, inputOf, type Case } from './match.fixture.ts';

const year = { first: day('2027-01-12'), last: day('2028-01-12') };

function days(given: Case, before = false) {
  const judge = judgeOf(inputOf(given));
  const [at] = judge.cities;
  const [prepared] = at?.places ?? [];
  if (at === undefined || prepared === undefined) return [];
  return before
    ? arrivalDaysBeforeWindow(judge, at, prepared)
    : arrivalDaysWorthJudging(judge, at, prepared, year);
}

describe('the arrival days worth judging', () => {
  test('are the first day and those on which something opens', () => {
    expect(
      days({
        place: {
          occupied: [guest('2027-02-01', '2027-04-01')],
          blocked: [{ ...span('2027-06-01', '2027-06-08'), reason: 'REPAIR' }],
        },
        defender: { otherStays: [span('2027-09-01', '2027-09-10')], presences: null },
      }),
    ).toEqual(expect.arrayContaining(['2027-01-12', '2027-04-01', '2027-06-08', '2027-09-10']));
  });

  test('are few, however long the time', () => {
    expect(days({})).toHaveLength(2);
  });

  test('are none in the past', () => {
    expect(days({ input: { today: day('2028-02-01') } })).toEqual([]);
  });
});

describe('the arrival days before the window', () => {
  test('are the day before it and those from which a stay ends as something closes, latest first', () => {
    expect(
      days(
        { input: { lengthNights: 20 }, place: { occupied: [guest('2027-01-05', '2027-04-01')] } },
        true,
      ),
    ).toEqual(['2027-01-11', '2026-12-16']);
  });

  test('are those from which a stay ends as the city gets its last guest', () => {
    const other = aPlace({ placeId: 'place-2', occupied: [guest('2027-01-05', '2027-04-01')] });
    const given = (atMost: number | null): Case => ({
      input: { lengthNights: 20 },
      city: { guestsAtOnceAtMost: atMost, places: [aPlace(), other] },
    });
    expect(days(given(1), true)).toContain('2026-12-16');
    expect(days(given(null), true)).not.toContain('2026-12-16');
  });
});
