import { worthOf } from './check-plan.ts';
import type { PlanInput, Seat } from './plan-input.ts';
import { plan, type Plan, type PlanLimits, type Progress } from './plan.ts';
import { kept } from './settled.ts';
import type { Solver } from './solver.ts';
import { differences, type Move } from './why-not.ts';

/** A plan made from another one, and what changes for whom. */
export type Replan = Plan & {
  readonly moves: readonly Move[];
  readonly leftOut: readonly Seat[];
  readonly joins: readonly Seat[];
};

/**
 * Plans again with as little change as can be: each seat that stays is worth `price` more. Below what being placed is worth
 * divided among all (see `rankedWeights`) nobody is left out for the sake of rest. Worth and bound include those prices.
 */
export function replan(
  input: PlanInput,
  before: readonly Seat[],
  price: number,
  solver: Solver,
  limits: PlanLimits = {},
  onProgress?: (progress: Progress) => void,
): Replan {
  const next = plan(kept(input, before, price), solver, limits, onProgress, before);
  return { ...next, ...differences(before, next.seats) };
}

/** What a re-plan is worth by itself, without the prices of change. */
export const ownWorth = (input: PlanInput, { seats }: Pick<Plan, 'seats'>): number =>
  worthOf(input, seats);
