import { plan } from './plan.ts';
import { replanInWorker } from './plan-in-worker.ts';
import { aCohort, aTinyCase } from './random-input.fixture.ts';
import { ownWorth, replan } from './replan.ts';
import { banned, everything, pinned, rankedWeights } from './settled.ts';
import { Solver } from './solver.ts';

const solver = await Solver.load();
const input = aCohort({ cities: 5, people: 12, places: 6, seed: 3 });
const first = plan(input, solver);

it('puts a pinned person there, and a banned one elsewhere', () => {
  const seat = first.seats[4]!;
  const city = input.places[seat.place]!.city;
  const away = plan(banned(input, seat.person, { city }), solver);
  expect(
    away.seats.filter(
      ({ person, place }) => person === seat.person && input.places[place]!.city === city,
    ),
  ).toEqual([]);
  const to = input.places.findIndex(
    (place, index) =>
      place.city !== city && input.people[seat.person]!.worth[index]!.some((worth) => worth > 0),
  );
  const there = plan(pinned(input, seat.person, { place: to }, everything(input)), solver);
  expect(there.seats.find(({ person }) => person === seat.person)?.place).toBe(to);
  expect(ownWorth(input, there)).toBeLessThanOrEqual(first.worth);
});

it('leaves nobody out for the sake of rest, and moves as few as it can', async () => {
  const seat = first.seats[3]!;
  const changed = banned(input, seat.person, { place: seat.place });
  const restless = plan(changed, solver);
  const calm = replan(changed, first.seats, 60, solver);
  expect(calm.placed).toBe(restless.placed);
  const moved = (seats: typeof first.seats) =>
    seats.filter(
      (now) =>
        !first.seats.some(
          (then) =>
            then.person === now.person && then.place === now.place && then.from === now.from,
        ),
    ).length;
  expect(moved(calm.seats)).toBeLessThanOrEqual(moved(restless.seats));
  expect(calm.moves.length + calm.joins.length).toBe(moved(calm.seats));
  expect(await replanInWorker(changed, first.seats, 60)).toEqual(calm);
});

it.each([0, 1])('keeps a seat in place %i where another is as good or little better', (place) => {
  const open = [{ from: 0, until: 30 }];
  const places = ['here', 'there'].map((id, city) => ({ id, city, gap: 0, open, taken: [] }));
  const worth = [[place === 0 ? 50 : 52], [place === 0 ? 52 : 50]];
  const one = {
    places,
    people: [{ id: 'Heron', starts: [3], nights: [7], worth }],
    limits: [],
    apart: [],
  };
  const before = [{ person: 0, place, from: 3, until: 10 }];
  expect(plan(one, solver).seats).toEqual([{ ...before[0]!, place: 1 - place }]);
  expect(replan(one, before, 5, solver)).toMatchObject({ seats: before, moves: [] });
  expect(replan(one, before, 1, solver)).toMatchObject({ moves: [{ before: before[0] }] });
});

it('changes nothing where nothing changed', () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const tiny = aTinyCase(seed);
    const { seats } = plan(tiny, solver);
    expect(replan(tiny, seats, 1, solver)).toMatchObject({ moves: [], leftOut: [], joins: [] });
  }
});

it('weighs levels so that one step outweighs all that follows', () => {
  expect(rankedWeights(12, [1, 3, 30])).toEqual([1 + 12 * (30 + 3 * 361), 361, 1]);
  expect(() => rankedWeights(5_000, [1, 50, 50, 100])).toThrow(RangeError);
});
