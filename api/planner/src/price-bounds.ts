import type { PlanInput } from './plan-input.ts';
import { spaceOf } from './plan-space.ts';
import { pricesOf } from './price-search.ts';
import { reduced } from './prices.ts';

/** Of each person and city: what the whole plan loses at the least if that person is there; null where no stay is possible. */
export type LeastCosts = readonly (readonly (number | null)[])[];

const rounds = 300;

/**
 * What each person's being in each city costs at the least, for all of them at once: the bound of the prices, less what the
 * best stay there gains less than their best one, is what no such plan passes. A quick first answer to "why not there";
 * `whyNot` gives the exact one. `worth` is what the plan is worth.
 */
export function leastCosts(input: PlanInput, worth: number): LeastCosts {
  const space = spaceOf(input);
  const { bound, gain, ledger } = pricesOf(space, worth, rounds);
  const cities = 1 + input.places.reduce((most, { city }) => Math.max(most, city), -1);
  return input.people.map((_, person) => {
    const most = new Array<number | null>(cities).fill(null);
    for (
      let column = space.first[person] ?? 0;
      column < (space.first[person + 1] ?? 0);
      column += 1
    ) {
      const city = space.classes[space.kind[column] ?? 0]?.city ?? 0;
      const value = reduced(space, ledger, column);
      most[city] = Math.max(most[city] ?? -Infinity, value);
    }
    return most.map((value) =>
      value === null
        ? null
        : Math.max(0, worth - Math.floor(bound - (gain[person] ?? 0) + value + 1e-6)),
    );
  });
}
