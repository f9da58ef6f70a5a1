import { random } from './random.ts';
import type { Days, PlanInput, PlanPerson, PlanPlace } from './plan-input.ts';

/** Whole numbers below a limit, the same ones for the same seed. */
export function dice(seed: number): (below: number) => number {
  const next = random(seed);
  return (below) => Math.floor(next() * below);
}

/** What a made-up cohort is like. */
export type Cohort = {
  readonly cities: number;
  readonly people: number;
  /** At least one in each city; the others where chance has it. */
  readonly places: number;
  readonly seed: number;
  /** Pairs who must not be near each other. */
  readonly apart?: number;
};

const weeks = 52;

/**
 * A made-up cohort against cities over a year: weeks as starts, windows of arrival of 4 to 14 weeks, stays of three months, a
 * week's rest, one or two confirmed periods a place, standing stays in a fifth of them, and in a fifth of the cities one guest
 * at once fewer than places. Places of a city share one list of worths: 1,000 for being placed, then urgency, liking, sooner.
 */
export function aCohort({ cities, people, places: count, seed, apart = 0 }: Cohort): PlanInput {
  const roll = dice(seed);
  const end = (weeks + 14) * 7;
  const places = Array.from({ length: count }, (_, index): PlanPlace => {
    const first = { from: roll(6) * 7, until: (20 + roll(8)) * 7 };
    const open: Days[] =
      roll(6) === 0
        ? [first, { from: first.until + 28, until: end }]
        : [{ from: roll(8) * 7, until: end }];
    const begin = roll(weeks) * 7;
    return {
      id: `place ${String(index)}`,
      city: index < cities ? index : roll(cities),
      gap: 7,
      open,
      taken: roll(5) === 0 ? [{ from: begin, until: begin + 91 }] : [],
    };
  });
  const persons = Array.from({ length: people }, (_, index): PlanPerson => {
    const earliest = roll(weeks - 12);
    const starts = Array.from({ length: 4 + roll(11) }, (_start, week) => (earliest + week) * 7);
    const nights = (12 + roll(2)) * 7;
    const urgency = roll(4);
    const byCity = Array.from({ length: cities }, () => {
      const liking = roll(6) === 0 ? -1 : roll(60);
      return starts.map((_day, week) =>
        liking < 0 ? -1 : 1_000 + urgency * 60 + liking - week * (1 + urgency),
      );
    });
    return {
      id: `person ${String(index)}`,
      starts,
      nights: starts.map(() => nights),
      worth: places.map(({ city }) => byCity[city] ?? []),
    };
  });
  const placesOf = (city: number) =>
    places.flatMap((place, index) => (place.city === city ? [index] : []));
  return {
    places,
    people: persons,
    limits: Array.from({ length: cities }, (_, city) => ({
      places: placesOf(city),
      people: null,
      atOnce: Math.max(1, placesOf(city).length - (roll(5) === 0 ? 1 : 0)),
      standing: [],
    })),
    apart: Array.from({ length: apart }, () => [roll(people), roll(people)] as const).filter(
      ([a, b]) => a !== b,
    ),
  };
}

/** A tiny one in which everything occurs that a plan knows: rests, standing stays, limits on some, pairs, unequal places. */
export function aTinyCase(seed: number): PlanInput {
  const roll = dice(seed);
  const cities = 1 + roll(2);
  const places = Array.from({ length: cities + roll(3) }, (_, index): PlanPlace => {
    const from = roll(6);
    const begin = roll(16);
    return {
      id: `place ${String(index)}`,
      city: index % cities,
      gap: roll(3),
      open:
        roll(3) === 0
          ? [
              { from, until: 9 },
              { from: 10, until: 24 },
            ]
          : [{ from, until: 18 + roll(8) }],
      taken: roll(3) === 0 ? [{ from: begin, until: begin + 1 + roll(5) }] : [],
    };
  });
  if (roll(2) === 0)
    places.push({ ...(places[0] ?? { city: 0, gap: 0, open: [], taken: [] }), id: 'twin' });
  const people = Array.from({ length: 2 + roll(4) }, (_, index): PlanPerson => {
    const starts = [roll(4), 4 + roll(4), 9 + roll(5)].slice(0, 1 + roll(3));
    const nights = starts.map(() => 2 + roll(8));
    const byCity = Array.from({ length: cities }, () =>
      starts.map(() => (roll(5) === 0 ? -1 : 50 + roll(40))),
    );
    const isParticular = roll(4) === 0;
    return {
      id: `person ${String(index)}`,
      starts,
      nights,
      worth: places.map(({ city }) =>
        isParticular
          ? starts.map(() => (roll(3) === 0 ? -1 : 40 + roll(50)))
          : (byCity[city] ?? []),
      ),
    };
  });
  const some = (count: number) =>
    Array.from({ length: count }, (_, index) => index).filter(() => roll(2) === 0);
  const atTimes = roll(3);
  return {
    places: places.map((place) =>
      atTimes === 2 && roll(2) === 0 ? { ...place, opening: roll(20) } : place,
    ),
    people,
    limits: Array.from({ length: roll(3) }, () => ({
      places: some(places.length),
      people: roll(2) === 0 ? null : some(people.length),
      atOnce: 1 + roll(2),
      standing: roll(3) === 0 ? [{ from: 3, until: 7 }] : [],
      ...(atTimes === 1 && { amounts: people.map(() => roll(3)) }),
      ...(roll(4) === 0 && { overPrice: roll(6) }),
    })),
    apart: people.length > 2 && roll(2) === 0 ? [[0, 1 + roll(people.length - 1)]] : [],
    ...(atTimes === 1 && {
      reserves: [
        { places: some(places.length), keep: 1 + roll(2), price: roll(3) === 0 ? null : roll(8) },
      ],
    }),
    ...(atTimes === 2 && {
      shares: [{ places: some(places.length), least: roll(8), most: 8 + roll(8), price: roll(5) }],
    }),
  };
}
