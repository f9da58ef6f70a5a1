import type { PlanSpace } from './plan-space.ts';
import { shortlist } from './shortlist.ts';
import { judged, reduced, type PriceList, type Prices } from './prices.ts';
import type { Solver } from './solver.ts';

/** Stays of each person that the model begins with. */
const atFirst = 16;
/** Stays of each person that may join in a round. */
const joining = 8;
const mostRounds = 25;
/** How much of the best prices known goes into those that are judged: the model's own jump from corner to corner. */
const calm = 0.5;

/**
 * The exact prices of the whole, by columns: a model of the best-priced stays gives better prices, every stay is judged by
 * those, and what would gain joins. Ends when the bound over all stays is what the model of some is worth, or what was `reached`.
 */
export function relaxedPrices(
  space: PlanSpace,
  begin: Prices,
  solver: Solver,
  reached: number,
): Prices {
  let best = begin;
  const columns = new Set(shortlist(space, begin, atFirst).flatMap((own) => [...own]));
  for (let round = 0; round < mostRounds && columns.size > 0; round += 1) {
    const { worth, prices } = solver.relax(space, Int32Array.from(columns).sort());
    const sharp = judged(space, prices);
    const calmed = judged(space, between(best.list, prices));
    const before = columns.size;
    for (const now of [sharp, calmed]) {
      join(space, now, columns);
      if (now.bound < best.bound) best = now;
    }
    // Worths are whole numbers: a bound nearer than this says no more.
    if (
      Math.floor(best.bound + 1e-6) <= Math.max(reached, Math.floor(worth + 1e-6)) ||
      columns.size === before
    )
      break;
  }
  return best;
}

const between = (a: PriceList, b: PriceList): PriceList => {
  const mix = (x: Float64Array, y: Float64Array | undefined) =>
    x.map((value, index) => calm * value + (1 - calm) * (y?.[index] ?? 0));
  return { at: a.at.map((list, index) => mix(list, b.at[index])), sums: mix(a.sums, b.sums) };
};

/** Whatever gains a person more than all that they have in the model. */
function join(space: PlanSpace, now: Prices, columns: Set<number>): void {
  const had = new Float64Array(now.gain.length);
  for (const column of columns) {
    const person = space.owner[column] ?? 0;
    had[person] = Math.max(had[person] ?? 0, reduced(space, now.ledger, column));
  }
  for (const [person, own] of shortlist(space, now, joining).entries())
    for (const column of own)
      if (reduced(space, now.ledger, column) > (had[person] ?? 0) + 1e-6) columns.add(column);
}
