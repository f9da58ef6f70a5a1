import { plan } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import { aCohort, aTinyCase, dice } from './random-input.fixture.ts';
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

it('moves nobody who stays already: a stay that stands is a wall, and one that was pinned stays', () => {
  for (const input of programmes) {
    const first = plan(input, solver);
    const [standing] = first.seats;
    const { gap } = input.places[standing!.place]!;
    const later: PlanInput = {
      ...input,
      places: input.places.map((place, index) =>
        index === standing!.place
          ? {
              ...place,
              taken: [...place.taken, { from: standing!.from, until: standing!.until + gap }],
            }
          : place,
      ),
      limits: input.limits.map((limit) =>
        limit.places.includes(standing!.place)
          ? { ...limit, standing: [...limit.standing, standing!] }
          : limit,
      ),
      people: input.people.filter((_, index) => index !== standing!.person),
      apart: [],
    };
    const { seats } = plan(later, solver);
    for (const seat of seats.filter(({ place }) => place === standing!.place))
      expect(seat.until + gap <= standing!.from || seat.from >= standing!.until + gap).toBe(true);
  }
});
