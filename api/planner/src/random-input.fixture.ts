import { random } from './mixed.ts';
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
  readonly placesOfACity: number;
  readonly seed: number;
  readonly weeks?: number;
  /** Pairs who must not be near each other. */
  readonly apart?: number;
};

/**
 * A made-up cohort against cities over a year: weeks as starts, windows of arrival of 4 to 12 weeks, stays of 4 to 13 weeks,
 * one or two confirmed periods a place, some standing stays. Places of a city share one list of worths.
 */
export function aCohort({
  cities,
  people,
  placesOfACity,
  seed,
  weeks = 52,
  apart = 0,
}: Cohort): PlanInput {
  const roll = dice(seed);
  const end = (weeks + 16) * 7;
  const places: PlanPlace[] = [];
  for (let city = 0; city < cities; city += 1) {
    for (let place = 0; place < placesOfACity; place += 1) {
      const halves: Days[] = [
        { from: roll(10) * 7, until: Math.floor(weeks / 2) * 7 },
        { from: Math.ceil(weeks / 2 + 4) * 7, until: end },
      ];
      const open =
        roll(4) === 0
          ? halves.filter(({ from, until }) => from < until)
          : [{ from: roll(8) * 7, until: end }];
      const begin = roll(weeks) * 7;
      places.push({
        id: `place ${String(city)}.${String(place)}`,
        city,
        gap: 7,
        open,
        taken: roll(3) === 0 ? [{ from: begin, until: begin + 91 }] : [],
      });
    }
  }
  const persons = Array.from({ length: people }, (_, index): PlanPerson => {
    const earliest = roll(Math.max(1, weeks - 6));
    const starts = Array.from({ length: 4 + roll(9) }, (_start, week) => (earliest + week) * 7);
    const nights = 28 + roll(10) * 7;
    const urgency = roll(4);
    const byCity = Array.from({ length: cities }, () => {
      const liking = roll(6) === 0 ? -1 : roll(30);
      return starts.map((_day, week) =>
        liking < 0 ? -1 : 1_000 + urgency * 40 + liking - week * (1 + urgency),
      );
    });
    return {
      id: `person ${String(index)}`,
      starts,
      nights: starts.map(() => nights),
      worth: places.map(({ city }) => byCity[city] ?? []),
    };
  });
  return {
    places,
    people: persons,
    limits: Array.from({ length: cities }, (_, city) => ({
      places: places.flatMap((place, index) => (place.city === city ? [index] : [])),
      people: null,
      atOnce: Math.max(1, placesOfACity - (roll(3) === 0 ? 1 : 0)),
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
  return {
    places,
    people,
    limits: Array.from({ length: roll(3) }, () => ({
      places: some(places.length),
      people: roll(2) === 0 ? null : some(people.length),
      atOnce: 1 + roll(2),
      standing: roll(3) === 0 ? [{ from: 3, until: 7 }] : [],
    })),
    apart: people.length > 2 && roll(2) === 0 ? [[0, 1 + roll(people.length - 1)]] : [],
  };
}
