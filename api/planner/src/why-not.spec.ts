import { bestFit } from './best-fit.ts';
import { bestByTrying } from './brute-force.fixture.ts';
import { faultsOf, worthOf } from './check-plan.ts';
import { plan } from './plan.ts';
import { whyNotInWorker } from './plan-in-worker.ts';
import { aCohort, aTinyCase } from './random-input.fixture.ts';
import { everything, pinned } from './settled.ts';
import { Solver } from './solver.ts';
import { usualLeeway, whatLetsIn } from './what-lets-in.ts';
import { whyNot } from './why-not.ts';

const solver = await Solver.load();
const seeds = Array.from({ length: 100 }, (_, index) => index + 1);

it('costs what forcing it costs when everything is tried', () => {
  const kinds = new Set<string>();
  for (const seed of seeds) {
    const input = aTinyCase(seed);
    const { seats, worth } = plan(input, solver);
    for (const city of new Set(input.places.map((place) => place.city))) {
      const answer = whyNot(input, seats, 0, { city }, solver);
      kinds.add(answer.kind);
      const best = bestByTrying(pinned(input, 0, { city }, everything(input)));
      const isPossible = best.seats.some((seat) => seat.person === 0);
      expect({ seed, city, kind: answer.kind }).toEqual({
        seed,
        city,
        kind: isPossible ? 'possible' : 'impossible',
      });
      if (answer.kind === 'impossible') continue;
      // Everybody is in one of two cities or waits: the cities concerned, or a cheaper part of them, leave out nothing better.
      expect({ seed, costs: answer.costs }).toEqual({
        seed,
        costs: worth - worthOf(input, answer.seats),
      });
      expect(answer.costs).toBeGreaterThanOrEqual(worth - worthOf(input, best.seats));
      expect(faultsOf(input, answer.seats)).toEqual([]);
      expect(input.places[answer.seat.place]?.city).toBe(city);
      expect(
        answer.leftOut.length + answer.moves.length + answer.joins.length,
      ).toBeGreaterThanOrEqual(answer.costs > 0 ? 1 : 0);
      if (
        seats.every((seat) => seat.person !== 0 || input.places[seat.place]?.city !== city) &&
        new Set(input.places.map((place) => place.city)).size === 2 &&
        seats.some((seat) => seat.person === 0)
      )
        expect({ seed, costs: answer.costs }).toEqual({
          seed,
          costs: worth - worthOf(input, best.seats),
        });
    }
  }
  expect(kinds).toEqual(new Set(['possible', 'impossible']));
});

it('names who moves and who is left out, and moves nobody in other cities', async () => {
  const input = aCohort({ cities: 20, people: 60, places: 24, seed: 5 });
  const { seats } = plan(input, solver);
  const seat = seats[7]!;
  const here = input.places[seat.place]!.city;
  const there = input.places.findIndex(
    (place, index) =>
      place.city !== here && input.people[seat.person]!.worth[index]!.some((worth) => worth > 0),
  );
  const city = input.places[there]!.city;
  const answer = (await whyNotInWorker(input, seats, seat.person, { city }))!;
  expect(answer).toEqual(whyNot(input, seats, seat.person, { city }, solver));
  if (answer.kind === 'impossible') throw new Error('Nothing was found.');
  expect(answer.costs).toBeGreaterThan(0);
  const touched = [...answer.moves.map(({ before }) => before), ...answer.leftOut].map(
    ({ place }) => input.places[place]!.city,
  );
  expect(touched).toEqual(expect.arrayContaining([here]));
  expect(new Set([...touched, here, city])).toEqual(new Set([here, city]));
});

it('finds the best seats that are free, and moves nobody', () => {
  for (const seed of seeds) {
    const input = aTinyCase(seed);
    const others = plan(input, solver).seats.filter((seat) => seat.person !== 1);
    const fits = bestFit(input, others, 1, 5);
    const gains = input.places.flatMap((_, place) =>
      input.people[1]!.starts.flatMap((from, start) => {
        const seats = [
          ...others,
          { person: 1, place, from, until: from + input.people[1]!.nights[start]! },
        ];
        return input.people[1]!.worth[place]![start]! < 0 || faultsOf(input, seats).length > 0
          ? []
          : [worthOf(input, seats) - worthOf(input, others)];
      }),
    );
    // A place of the same kind may be the freer one once those in it are laid out anew.
    if (gains.length > 0) expect(fits[0]!.gain).toBeGreaterThanOrEqual(Math.max(...gains));
    for (const { seat } of fits) expect(seat.person).toBe(1);
  }
});

it('says what would let somebody in, and it does', () => {
  const found = { place: 0, shift: 0, shorter: 0, nothing: 0 };
  for (const seed of seeds.map((number) => number + 1_000)) {
    const input = aTinyCase(seed);
    const { seats } = plan(input, solver);
    const left = input.people.findIndex((_, person) =>
      seats.every((seat) => seat.person !== person),
    );
    if (left === -1) continue;
    const { free, onePlaceMore, shift, shorter } = whatLetsIn(input, seats, left, {
      shifts: [1, 2, 3, 4],
      cuts: [1, 2, 3],
    });
    // A best plan leaves nothing free, but for what is paid for too much of something.
    if (
      input.limits.every(({ overPrice }) => overPrice === undefined) &&
      !input.reserves &&
      !input.shares &&
      input.places.every(({ opening }) => !opening)
    )
      expect(free).toEqual([]);
    const one = input.people[left]!;
    for (const { city, from, until, limits } of onePlaceMore) {
      found.place += 1;
      const own = input.places.flatMap((place, index) => (place.city === city ? [index] : []));
      const widened = input.limits.map((limit, index) => ({
        ...limit,
        atOnce: limit.atOnce + (limits.includes(index) ? 1 : 0),
        places: limit.places.some((place) => own.includes(place))
          ? [...limit.places, input.places.length]
          : limit.places,
      }));
      const more = {
        ...input,
        limits: widened,
        places: [
          ...input.places,
          { id: 'more', city, gap: 0, open: [{ from: 0, until: 99 }], taken: [] },
        ],
        people: input.people.map((person) => ({
          ...person,
          worth: [...person.worth, person.starts.map(() => 1)],
        })),
      };
      expect(
        faultsOf(more, [...seats, { person: left, place: input.places.length, from, until }]),
      ).toEqual([]);
    }
    if (shift) {
      found.shift += 1;
      const shifted = {
        ...input,
        people: input.people.map((person, index) =>
          index === left ? { ...one, starts: one.starts.map((day) => day + shift.days) } : person,
        ),
      };
      expect(bestByTrying(shifted).worth).toBeGreaterThanOrEqual(bestByTrying(input).worth);
      expect(one.starts.map((day) => day + shift.days)).toContain(shift.seat.from);
    }
    if (shorter) found.shorter += 1;
    if (!shift && !shorter && onePlaceMore.length === 0) found.nothing += 1;
  }
  for (const count of Object.values(found)) expect(count).toBeGreaterThan(2);
  expect(usualLeeway.shifts[0]).toBe(7);
});

it('tells of other days only what the rules allow, and looks past what they forbid', () => {
  const found = { same: 0, later: 0, never: 0, hoped: 0 };
  for (const seed of seeds.map((number) => number + 1_000)) {
    const input = aTinyCase(seed);
    const { seats } = plan(input, solver);
    const left = input.people.findIndex((_, person) =>
      seats.every((seat) => seat.person !== person),
    );
    if (left === -1) continue;
    const leeway = { shifts: [1, 2, 3, 4], cuts: [1, 2, 3] };
    const unasked = whatLetsIn(input, seats, left, leeway).shift;
    const asked: unknown[] = [];
    const even = whatLetsIn(input, seats, left, {
      ...leeway,
      mayHave: (seat) => {
        asked.push(seat);
        return seat.from % 2 === 0;
      },
    }).shift;
    if (even) {
      expect(even.seat.from % 2).toBe(0);
      const one = input.people[left]!;
      const there = {
        ...input,
        people: input.people.map((person, index) =>
          index === left
            ? {
                ...one,
                starts: one.starts.map((day) => day + even.days),
                worth: one.worth.map((list) => list.map(() => 1)),
              }
            : person,
        ),
      };
      expect(faultsOf(there, [...seats, even.seat])).toEqual([]);
      if (unasked && even.seat.from === unasked.seat.from) found.same += 1;
      else if (unasked) found.later += 1;
      else found.hoped += 1;
    } else if (asked.length > 0) found.never += 1;
    expect(whatLetsIn(input, seats, left, { ...leeway, mayHave: () => false })).toMatchObject({
      shift: null,
      shorter: null,
    });
  }
  for (const count of Object.values(found)) expect(count).toBeGreaterThan(0);
});
