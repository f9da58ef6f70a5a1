import type { PlanSpace } from './plan-space.ts';
import { reduced, type Prices } from './prices.ts';

/** About so many columns make the first exact model. */
const atFirst = 900;

/** The stays whose use costs at most so much against the bound: a plan worth more than `bound - loss` uses no other. */
export function columnsWithin(space: PlanSpace, prices: Prices, loss: number): Int32Array {
  const found: number[] = [];
  for (let column = 0; column < space.kind.length; column += 1)
    if (lossOf(space, prices, column) <= loss + 1e-6) found.push(column);
  return Int32Array.from(found);
}

/** A loss within which there are about as many columns as one model takes well. */
export function firstLoss(space: PlanSpace, prices: Prices): number {
  const losses = Float64Array.from(space.kind.keys(), (column) =>
    lossOf(space, prices, column),
  ).sort();
  return Math.max(1, losses[Math.min(losses.length - 1, atFirst)] ?? 1);
}

const lossOf = (space: PlanSpace, { gain, ledger }: Prices, column: number): number =>
  (gain[space.owner[column] ?? 0] ?? 0) - reduced(space, ledger, column);
