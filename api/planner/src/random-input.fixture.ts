import { mixed } from './mixed.ts';
import type { Days, PlanInput, PlanPerson, PlanPlace } from './plan-input.ts';

/** Whole numbers, the same ones for the same seed. */
export function dice(seed: number): (below: number) => number {
  let turn = 0;
  const order = Array.from({ length: 997 }, (_, index) => index);
  const thrown = mixed(order, seed);
  return (below) => {
    turn += 1;
    return ((thrown[turn % 997] ?? 0) * 31 + (thrown[(turn * 7) % 997] ?? 0)) % below;
  };
}

/** A cohort against cities: weeks as starts, windows of arrival, two confirmed periods a place. */
export function aCohort({ cities, people, placesOfACity, seed, weeks = 52, apart = 0 }: { readonly cities: number; readonly people: number; readonly placesOfACity: number; readonly seed: number; readonly weeks?: number; readonly apart?: number }): PlanInput {
  const roll = dice(seed);
  const places: PlanPlace[] = [];
  for (let city = 0; city < cities; city += 1) {
    for (let place = 0; place < placesOfACity; place += 1) {
      const open: Days[] = roll(4) === 0 ? [{ from: roll(10) * 7, until: 26 * 7 }, { from: 30 * 7, until: (weeks + 16) * 7 }] : [{ from: roll(8) * 7, until: (weeks + 16) * 7 }];
      const begin = roll(weeks) * 7;
      places.push({ id: `place ${String(city)}.${String(place)}`, city, gap: 7, open, taken: roll(3) === 0 ? [{ from: begin, until: begin + 91 }] : [] });
    }
  }
  const persons = Array.from({ length: people }, (_, index): PlanPerson => {
    const earliest = roll(weeks - 6);
    const starts = Array.from({ length: 4 + roll(9) }, (_start, week) => (earliest + week) * 7);
    const nights = 28 + roll(10) * 7;
    const urgency = roll(4);
    const likes = Array.from({ length: cities }, () => (roll(6) === 0 ? -1 : roll(30)));
    return {
      id: `person ${String(index)}`,
      starts,
      nights: starts.map(() => nights),
      worth: places.map(({ city }) => starts.map((_day, week) => ((likes[city] ?? -1) < 0 ? -1 : 1_000 + urgency * 40 + (likes[city] ?? 0) - week * (1 + urgency)))),
    };
  });
  return {
    places,
    people: persons,
    limits: Array.from({ length: cities }, (_, city) => ({
      places: places.flatMap((place, index) => (place.city === city ? [index] : [])), people: null, atOnce: Math.max(1, placesOfACity - (roll(3) === 0 ? 1 : 0)), standing: [],
    })),
    apart: Array.from({ length: apart }, () => [roll(people), roll(people)] as const).filter(([a, b]) => a !== b),
  };
}
