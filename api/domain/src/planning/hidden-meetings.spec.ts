import { day, span } from '../calendar/days.fixture.ts';
import { hiddenMeetings, hiddenPairs } from './hidden-meetings.ts';
import { judgedSeats } from './judged-seats.ts';
import type { PlannedSeat } from './plan-ask.ts';
import { aCityWith, aPerson, anAsk } from './planning.fixture.ts';

const inNijmegen = (defenderId: string, place: number, from: string, until: string): PlannedSeat => ({ defenderId, placeId: `nijmegen-${String(place)}`, span: span(from, until) });
const together = [inNijmegen('ada', 0, '2027-02-01', '2027-04-02'), inNijmegen('bo', 1, '2027-02-10', '2027-04-11')];
const cities = [aCityWith('nijmegen', 2), aCityWith('utrecht', 1)];
const ask = anAsk({ cities, apart: [['ada', 'bo']] });
const known = aPerson('ada', {}, { risk: { level: 'HIGH', citiesToAvoid: [], notNear: [{ defenderId: 'bo', hidden: false, asOf: day('2026-11-20') }] } });

describe('two whom a note keeps apart that the reader may not read', () => {
  test('break a hidden rule where a plan has them near each other, and one of them is told of', () => {
    expect([...hiddenMeetings(ask, together)]).toEqual(['ada']);
    expect(judgedSeats(ask, together).map(({ brokenBy }) => brokenBy)).toEqual([['HIDDEN_RULE'], []]);
  });

  test('break nothing in one city after each other, or in two', () => {
    const later = [together[0]!, inNijmegen('bo', 1, '2027-04-02', '2027-06-01')];
    const apart = [together[0]!, { ...together[1]!, placeId: 'utrecht-0' }];
    expect([later, apart].map((seats) => hiddenMeetings(ask, seats).size)).toEqual([0, 0]);
  });

  test('are no hidden pair to whom a note names them', () => {
    expect(hiddenPairs({ ...ask, people: [known, aPerson('bo')] })).toEqual([]);
    expect(hiddenPairs(ask)).toEqual([['ada', 'bo']]);
  });
});
