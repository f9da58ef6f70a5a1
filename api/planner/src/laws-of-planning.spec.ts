import { plan } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import { aCohort, aTinyCase, dice } from './random-input.fixture.ts';
import { everything, pinned } from './settled.ts';
import { Solver } from './solver.ts';

const solver = await Solver.load();
const tiny = Array.from({ length: 40 }, (_, index) => aTinyCase(index + 5_000));
const programmes = [1, 2].map((seed) =>
  aCohort({ cities: 5, people: 14, places: 6, seed, apart: 2 }),
);
const inputs = [...tiny, ...programmes];
const worthOfBest = (input: PlanInput): number => {
  const { worth, isBest } = plan(input, solver);
  expect(isBest).toBe(true);
  return worth;
};

it('never gets worse by one more place', () => {
  for (const input of inputs) {
    const [first] = input.places;
    // Kept free or shared out by name, the new one belongs to no group: a group that grew would be another rule.
    const more = {
      ...input,
      places: [...input.places, { ...first!, id: 'new', taken: [] }],
      people: input.people.map((person) => ({
        ...person,
        worth: [...person.worth, person.worth[0]!],
      })),
    };
    expect(worthOfBest(more)).toBeGreaterThanOrEqual(worthOfBest(input));
  }
});

it('never gets worse by a rule that asks less', () => {
  for (const input of inputs) {
    const before = worthOfBest(input);
    const asksLess: PlanInput[] = [
      { ...input, apart: [] },
      { ...input, limits: input.limits.map((limit) => ({ ...limit, atOnce: limit.atOnce + 1 })) },
      { ...input, places: input.places.map((place) => ({ ...place, gap: 0 })) },
      {
        ...input,
        places: input.places.map((place) => ({ ...place, taken: place.taken.slice(1) })),
        ...(input.reserves && { reserves: [] }),
      },
    ];
    for (const less of asksLess) expect(worthOfBest(less)).toBeGreaterThanOrEqual(before);
  }
});

it('is worth the same whatever people and places are called and in whichever order they come', () => {
  for (const [seed, input] of inputs.entries()) {
    const roll = dice(seed + 1);
    const people = input.people
      .map((person, index) => ({ person, index, key: roll(1_000) }))
      .sort((a, b) => a.key - b.key);
    const now = new Map(people.map(({ index }, position) => [index, position]));
    const renamed: PlanInput = {
      ...input,
      places: input.places.map((place, index) => ({ ...place, id: `house ${index}` })),
      people: people.map(({ person }, position) => ({ ...person, id: `guest ${position}` })),
      apart: input.apart.map(([a, b]) => [now.get(a)!, now.get(b)!] as const),
      limits: input.limits.map((limit) => ({
        ...limit,
        people: limit.people && limit.people.map((index) => now.get(index)!),
        ...(limit.amounts && { amounts: people.map(({ index }) => limit.amounts![index]!) }),
      })),
    };
    expect(worthOfBest(renamed)).toBe(worthOfBest(input));
  }
});

it('seats everybody the same under other names', () => {
  for (const input of inputs) {
    const renamed = {
      ...input,
      people: input.people.map((person, index) => ({
        ...person,
        id: `${input.people.length - index}`,
      })),
    };
    expect(plan(renamed, solver)).toEqual(plan(input, solver));
  }
});

it('moves nobody who stays already: a stay that stands is a wall with its rest, however good a stay beside it would be', () => {
  let tempted = 0;
  for (const input of programmes) {
    for (const standing of plan(input, solver).seats) {
      const { gap, open } = input.places[standing.place]!;
      // Worth more than any two others, and the day on which they would leave is the day on which the other arrives.
      const tempter = {
        id: 'tempter',
        starts: [standing.from - 28],
        nights: [28],
        worth: input.places.map((_, place) => [place === standing.place ? 9_000 : -1]),
      };
      if (open.some(({ from, until }) => from <= standing.from - 28 && standing.from <= until))
        tempted += 1;
      const later: PlanInput = {
        ...input,
        places: input.places.map((place, index) =>
          index === standing.place
            ? {
                ...place,
                taken: [...place.taken, { from: standing.from, until: standing.until + gap }],
              }
            : place,
        ),
        limits: input.limits.map((limit) =>
          limit.places.includes(standing.place)
            ? { ...limit, standing: [...limit.standing, standing] }
            : limit,
        ),
        people: [...input.people.filter((_, index) => index !== standing.person), tempter],
        apart: [],
      };
      const { seats } = plan(later, solver);
      expect(seats.map(({ person }) => later.people[person]!.id)).not.toContain('tempter');
      for (const seat of seats.filter(({ place }) => place === standing.place))
        expect(seat.until + gap <= standing.from || seat.from >= standing.until + gap).toBe(true);
    }
  }
  expect(tempted).toBeGreaterThan(5);
}, 120_000);

it('keeps whoever is pinned where they are pinned, whatever it costs', () => {
  let kept = 0;
  for (const input of programmes) {
    const { seats } = plan(input, solver);
    const last = seats.at(-1)!;
    // Against the plan's own wish: somebody else has that place and those days.
    for (const one of seats.filter(({ place }) => place !== last.place)) {
      const from = input.people[one.person]!.starts.find(
        (_, start) => (input.people[one.person]!.worth[last.place]?.[start] ?? -1) > 0,
      );
      if (from === undefined) continue;
      const where = { place: last.place, from };
      const there = plan(pinned(input, one.person, where, everything(input)), solver);
      // A pin that the place itself rules out has no column at all; every other one is kept.
      const alone = plan(
        {
          ...pinned(input, one.person, where),
          people: pinned(input, one.person, where).people.map((person, index) =>
            index === one.person ? person : { ...person, starts: [], nights: [], worth: [] },
          ),
        },
        solver,
      );
      if (alone.placed === 0) continue;
      kept += 1;
      expect(there.seats).toContainEqual(expect.objectContaining({ person: one.person, ...where }));
    }
  }
  expect(kept).toBeGreaterThan(1);
}, 120_000);
