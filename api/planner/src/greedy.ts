import { Occupancy } from './occupancy.ts';
import type { PlanSpace } from './plan-space.ts';
import { reduced, type Prices } from './prices.ts';

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
 * With what everything costs in mind: whoever gains most comes first, and nobody takes what others need more. Afterwards
 * whoever was left gets what is still free.
 */
export function byPrices(space: PlanSpace, { gain, ledger }: Prices): Occupancy {
  const occupancy = new Occupancy(space);
  const inOrder = [...space.input.people.keys()].sort(
    (a, b) => (gain[b] ?? 0) - (gain[a] ?? 0) || a - b,
  );
  for (const person of inOrder)
    place(space, occupancy, person, (column) => reduced(space, ledger, column) + 1e-9);
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
    if (value > most && occupancy.fits(column)) {
      const after = value - occupancy.extraCost(column);
      if (after <= most) continue;
      most = after;
      best = column;
    }
  }
  if (best !== -1) occupancy.put(best);
}
