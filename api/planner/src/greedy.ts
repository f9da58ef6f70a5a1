import { Occupancy } from './occupancy.ts';
import { reduced, type Prices } from './prices.ts';
import type { PlanSpace } from './plan-space.ts';

/** As a list is worked off by hand: each in turn gets the best that is still free. */
export function firstCome(
  space: PlanSpace,
  order: Iterable<number> = space.input.people.keys(),
): Occupancy {
  const occupancy = new Occupancy(space);
  for (const person of order) place(space, occupancy, person, (column) => space.worth[column] ?? 0);
  return occupancy;
}

/**
 * With what everything costs in mind: whoever loses least by their best choice comes first, and nobody takes what others need
 * more. Afterwards whoever was left gets what is still free.
 */
export function byPrices(space: PlanSpace, prices: Prices): Occupancy {
  const occupancy = new Occupancy(space);
  const people = [...space.input.people.keys()];
  const inOrder = people.toSorted((a, b) => (prices.gain[b] ?? 0) - (prices.gain[a] ?? 0) || a - b);
  for (const person of inOrder)
    place(
      space,
      occupancy,
      person,
      (column) => reduced(space, prices.before, person, column) + 1e-9,
    );
  for (const person of inOrder)
    if (occupancy.chosen[person] === -1)
      place(space, occupancy, person, (column) => space.worth[column] ?? 0);
  return occupancy;
}

function place(
  space: PlanSpace,
  occupancy: Occupancy,
  person: number,
  valueOf: (column: number) => number,
): void {
  let best = -1;
  let most = 0;
  for (
    let column = space.first[person] ?? 0;
    column < (space.first[person + 1] ?? 0);
    column += 1
  ) {
    const value = valueOf(column);
    if (value > most && occupancy.fits(person, column)) {
      most = value;
      best = column;
    }
  }
  if (best !== -1) occupancy.put(person, best);
}
