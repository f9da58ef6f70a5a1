import { spanOfNights } from '../calendar/date-span.ts';
import { day } from '../calendar/days.fixture.ts';
import { faultsOfSeats } from './faults-of-seats.ts';
import type { PlanAsk, PlannedSeat } from './plan-ask.ts';
import { aCityWith, anAsk, aPerson } from './planning.fixture.ts';
import { seatsForPlanner, seatsOfAnswer } from './seats-of-answer.ts';
import { buildPlanInput } from './build-plan-input.ts';

const seat = (defenderId: string, placeId: string, from = '2027-02-01'): PlannedSeat => ({ defenderId, placeId, span: spanOfNights(day(from), 60) });
const saysOf = (seats: readonly PlannedSeat[], over: Partial<PlanAsk> = {}) =>
  faultsOfSeats(anAsk({ cities: [aCityWith('nijmegen', 2), aCityWith('utrecht', 1)], ...over }), seats).map((fault) => [fault.seat.defenderId, ...fault.brokenBy].join(' '));

test('two who have a place of their own break nothing', () => {
  expect(saysOf([seat('ada', 'nijmegen-0'), seat('bo', 'nijmegen-1')])).toEqual([]);
});

test('two in one place, two who must not be near, someone too early and someone nowhere are named with the rule', () => {
  expect(saysOf([seat('ada', 'utrecht-0'), seat('bo', 'utrecht-0', '2027-02-08')])).toEqual(['ada CAPACITY', 'bo CAPACITY']);
  expect(saysOf([seat('ada', 'nijmegen-0'), seat('bo', 'nijmegen-1')], { apart: [['ada', 'bo']] })).toEqual(['ada RISK_NEARBY', 'bo RISK_NEARBY']);
  expect(saysOf([seat('ada', 'nijmegen-0', '2027-01-20')])).toEqual(['ada ARRIVAL_WINDOW']);
  expect(saysOf([seat('ada', 'zwolle-0')])).toEqual(['ada CAPACITY']);
  expect(saysOf([seat('cy', 'utrecht-0')])).toEqual(['cy CAPACITY']);
});

test('more at once in a city than it said are named with the rule, however they came there', () => {
  const cities = [aCityWith('nijmegen', 2, { guestsAtOnceAtMost: 1 }), aCityWith('utrecht', 1)];
  expect(saysOf([seat('ada', 'nijmegen-0'), seat('bo', 'nijmegen-1')], { cities })).toEqual(['ada GUESTS_AT_ONCE', 'bo GUESTS_AT_ONCE']);
  expect(saysOf([seat('ada', 'nijmegen-0'), seat('bo', 'utrecht-0')], { cities })).toEqual([]);
});

test("a planner's numbers become seats, the pinned ones first", () => {
  const pinned = { placeId: 'utrecht-0', span: spanOfNights(day('2027-02-01'), 60) };
  const people = [aPerson('ada', { pinned }), aPerson('bo')];
  const built = buildPlanInput(anAsk({ people }));
  const from = built.input.people[0]?.starts[0] ?? 0;
  expect(seatsOfAnswer(built, [{ person: 0, place: 0, from, until: from + 60 }], people)).toEqual([seat('ada', 'utrecht-0'), seat('bo', 'nijmegen-0')]);
});

test('seats go to a planner and come back the same; one that keeps the rules no more sends none', () => {
  const people = [aPerson('ada'), aPerson('bo')];
  const seats = [seat('ada', 'utrecht-0'), seat('bo', 'nijmegen-0', '2027-02-03')];
  const built = buildPlanInput(anAsk({ people }));
  const asked = seatsForPlanner(built, seats, people);
  expect(seatsOfAnswer(built, asked ?? [], people)).toEqual(seats);
  const banned = [aPerson('ada', { bannedCities: ['utrecht'] }), aPerson('bo')];
  expect(seatsForPlanner(buildPlanInput(anAsk({ people: banned })), seats, banned)).toBeNull();
});
