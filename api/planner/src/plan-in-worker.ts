import { errandInThread, type ThreadOptions } from './errand-in-thread.ts';
import { mostImaginable, type Plan, type PlanLimits, type Progress } from './plan.ts';
import type { PlanInput, Seat } from './plan-input.ts';
import type { Replan } from './replan.ts';
import type { Where } from './settled.ts';
import { differences, type WhyNot } from './why-not.ts';

/** How a plan is watched, ended early and kept within bounds. */
export type PlanningOptions = ThreadOptions & { readonly limits?: PlanLimits };

/**
 * Plans in a thread of its own, so that whoever asked stays responsive: the solver's calls block. The thread gets no
 * environment and is always ended here.
 *
 * Errors  rejects when the thread fails: out of memory, or a plan that breaks a rule.
 */
export async function planInWorker(input: PlanInput, options: PlanningOptions = {}): Promise<Plan> {
  const { answer, latest } = await errandInThread(
    { ask: 'plan', input, limits: options.limits ?? {} },
    options,
  );
  return (answer as Plan | undefined) ?? stopped(input, latest);
}

/** Plans again with as little change as can be, in a thread of its own: see `replan`. Stopped, it is the best so far. */
export async function replanInWorker(
  input: PlanInput,
  before: readonly Seat[],
  price: number,
  options: PlanningOptions = {},
): Promise<Replan> {
  const { answer, latest } = await errandInThread(
    { ask: 'replan', input, limits: options.limits ?? {}, before, price },
    options,
  );
  if (answer !== undefined) return answer as Replan;
  const plan = stopped(input, latest);
  return { ...plan, ...differences(before, plan.seats) };
}

/** What would follow if a person were there, found in a thread of its own: see `whyNot`. Undefined when it was stopped. */
export async function whyNotInWorker(
  input: PlanInput,
  seats: readonly Seat[],
  person: number,
  where: Where,
  options: PlanningOptions = {},
): Promise<WhyNot | undefined> {
  const { answer } = await errandInThread({ ask: 'why not', input, seats, person, where }, options);
  return answer as WhyNot | undefined;
}

function stopped(input: PlanInput, latest: Progress | undefined): Plan {
  const bound = latest?.bound ?? mostImaginable(input);
  return {
    seats: latest?.seats ?? [],
    worth: latest?.worth ?? 0,
    bound,
    isBest: false,
    placed: latest?.placed ?? 0,
    atMostPlaced: input.people.length,
    status: 'stopped',
    firstCome: 0,
  };
}
