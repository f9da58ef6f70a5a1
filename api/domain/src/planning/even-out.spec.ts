import { spanOfNights } from '../calendar/date-span.ts';
import { day } from '../calendar/days.fixture.ts';
import { buildPlanInput } from './build-plan-input.ts';
import { evened, eveningOf } from './even-out.ts';
import type { AskedPerson, PlanAsk } from './plan-ask.ts';
import { aCityWith, anAsk, aPerson } from './planning.fixture.ts';
import type { AnsweredSeat } from './seats-of-answer.ts';

// Two cities that offer the same; in English alone in the second one.
const cities = [aCityWith('nijmegen', 4), aCityWith('utrecht', 4, { languages: ['en'] })];
const french = aPerson('ada');
const english = (id: string, over: Partial<AskedPerson> = {}) => aPerson(id, over, { languages: [{ code: 'en', level: 'B2' }] });
const askOf = (people: readonly AskedPerson[], over: Partial<PlanAsk> = {}) => anAsk({ cities, people, ...over });

/** Everybody in the first city, from the first day on which they can come. */
function allInNijmegen(ask: PlanAsk) {
  const built = buildPlanInput(ask);
  const seats: AnsweredSeat[] = built.input.people.map(({ starts }, person) => ({ person, place: person, from: starts[0] ?? 0, until: (starts[0] ?? 0) + 60 }));
  return { built, seats, evening: eveningOf(ask, built, seats) };
}
const placesOf = (worth: readonly (readonly number[])[] | undefined) => worth?.flatMap((row, place) => (row.some((each) => each > 0) ? [place] : []));

describe('fairness between cities', () => {
  test('asks for nothing when every city is in its band', () => {
    expect(allInNijmegen(askOf([french, english('bo')])).evening).toBeNull();
  });

  test('offers each only stays that are equal by all that is more important', () => {
    const { evening } = allInNijmegen(askOf([french, english('bo'), english('cy'), english('di')]));
    // Ada’s French is spoken in Nijmegen alone: she stays there, whatever is fair.
    expect(placesOf(evening?.input.people[0]?.worth)).toEqual([0, 1, 2, 3]);
    expect(placesOf(evening?.input.people[1]?.worth)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(evening?.input.shares?.map(({ places, least, most }) => [places, least, most])).toEqual([[[0, 1, 2, 3], 60, 180], [[4, 5, 6, 7], 60, 180]]);
  });

  test('never outweighs a place, and a night nearer to the band outweighs everybody staying', () => {
    const { evening, seats } = allInNijmegen(askOf([french, english('bo'), english('cy'), english('di')]));
    const price = evening?.input.shares?.[0]?.price ?? 0;
    const placed = Math.max(...(evening?.input.people[0]?.worth.flat() ?? []));
    expect(price).toBeGreaterThan(seats.length);
    // 60 nights too many in one city and 60 too few in the other.
    expect(placed).toBeGreaterThan(price * 120);
  });

  test('moves nobody whose week would be later, nor whoever keeps the place they had, nor whoever is pinned', () => {
    const urgent = english('bo', {});
    const risk = { level: 'HIGH', citiesToAvoid: [], notNear: [] } as const;
    const { evening } = allInNijmegen(askOf([french, { ...urgent, defender: { ...urgent.defender, risk } }, english('cy'), english('di')]));
    expect(evening?.input.people[1]?.worth.map((row) => row.flatMap((each, start) => (each > 0 ? [start] : [])))).toEqual(Array.from({ length: 8 }, () => [0]));
    const kept = { placeId: 'nijmegen-1', span: spanOfNights(day('2027-02-01'), 60) };
    const again = allInNijmegen(askOf([french, english('bo', { kept }), english('cy'), english('di')], { keeps: true }));
    expect(placesOf(again.evening?.input.people[1]?.worth)).toEqual([1]);
    const pinned = allInNijmegen(askOf([english('bo', { pinned: { placeId: 'nijmegen-3', span: kept.span } }), english('cy'), english('di'), french]));
    expect([pinned.evening?.people.length, pinned.evening?.input.shares?.[0]?.most]).toEqual([3, 120]);
  });

  test('is taken only when cities are nearer to their bands by it and everybody has a place, and says who was moved', () => {
    const ask = askOf([english('ada'), english('bo'), english('cy'), english('di')]);
    const { built, seats, evening } = allInNijmegen(ask);
    if (evening === null) throw new Error('There is nothing to even out');
    const before = seats.map(({ person, place, from }) => ({ defenderId: built.people[person]?.defender.defenderId ?? '', placeId: built.input.places[place]?.id ?? '', span: spanOfNights(day('2027-02-01'), 60), from })).map(({ defenderId, placeId, span }) => ({ defenderId, placeId, span }));
    const moved = seats.map((seat) => (seat.person === 3 ? { ...seat, place: 7 } : seat));
    const after = evened(ask, before, evening, moved);
    expect([...after.movedFrom].map(([id, was]) => [id, was.placeId])).toEqual([['di', 'nijmegen-3']]);
    expect(after.seats.map(({ placeId }) => placeId)).toEqual(['nijmegen-0', 'nijmegen-1', 'nijmegen-2', 'utrecht-3']);
    expect(evened(ask, before, evening, moved.slice(1)).seats).toEqual(before);
    expect(evened(ask, before, evening, seats)).toEqual({ seats: before, movedFrom: new Map() });
  });
});
