import { spanOfNights } from '../calendar/date-span.ts';
import { day, span } from '../calendar/days.fixture.ts';
import { aPlace, guest } from '../matching/match.fixture.ts';
import { fairParts, nightsOutOfBand } from './fair-parts.ts';
import type { PlannedSeat } from './plan-ask.ts';
import { aCityWith, anAsk, aPerson } from './planning.fixture.ts';

const seat = (defenderId: string, placeId: string, nights = 60): PlannedSeat => ({ defenderId, placeId, span: spanOfNights(day('2027-02-01'), nights) });
const people = ['ada', 'bo', 'cy', 'di'].map((id) => aPerson(id));
const cities = [aCityWith('nijmegen', 3), aCityWith('utrecht', 1)];

describe('the fair part of a city', () => {
  test('is its share of all open nights, a stay of average length more or less', () => {
    // 240 nights over four places: 180 and 60, and a stay has 60.
    const parts = fairParts(anAsk({ cities, people }), [seat('ada', 'nijmegen-0'), seat('bo', 'nijmegen-1'), seat('cy', 'nijmegen-2'), seat('di', 'utrecht-0')]);
    expect(parts.map(({ cityId, plannedNights, least, most, side }) => [cityId, plannedNights, least, most, side])).toEqual([['nijmegen', 180, 120, 240, 'WITHIN'], ['utrecht', 60, 0, 120, 'WITHIN']]);
    expect(nightsOutOfBand(parts)).toBe(0);
  });

  test('counts what is confirmed, open and not taken, from the first arrival to the last departure of the plan', () => {
    const place = aPlace({ placeId: 'zwolle-0', confirmed: [{ ...span('2027-01-11', '2028-01-01'), confirmedOn: day('2026-11-03'), track: null }], blocked: [{ ...span('2027-02-01', '2027-02-11'), reason: 'REPAIR' }], occupied: [guest('2027-03-01', '2027-03-21', 'x')] });
    const [part] = fairParts(anAsk({ cities: [aCityWith('zwolle', 0, { places: [place], gapDays: 5 })], people }), []);
    // From 11 January to 29 August, without ten nights of repair, twenty of a guest and five on either side.
    expect(part?.openNights).toBe(190);
  });

  test('is told from both sides, and a city without an open night is asked for nothing', () => {
    const closed = aCityWith('zwolle', 1, { places: [aPlace({ placeId: 'zwolle-0', confirmed: [] })] });
    const all = ['ada', 'bo', 'cy', 'di'].map((id) => seat(id, 'utrecht-0'));
    const parts = fairParts(anAsk({ cities: [...cities, closed], people }), all);
    expect(parts.map(({ side }) => side)).toEqual(['BELOW', 'ABOVE', 'NOTHING_OFFERED']);
    expect(nightsOutOfBand(parts)).toBe(120 + 120);
  });
});
