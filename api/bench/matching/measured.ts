import { memoryUsage } from 'node:process';
import { planInWorker } from '@shelter-city/planner/plan-in-worker';
import type { Plan, PlanLimits } from '@shelter-city/planner/plan';
import type { PlanInput } from '@shelter-city/planner/plan-input';

/** A plan, and what it took: seconds until there was one, until it was within shares of its bound, and until the end. */
export type Measured = {
  readonly plan: Plan;
  readonly first: number;
  /** Seconds until a plan was proven to be within the share; undefined where it never was. */
  readonly within: (share: number) => number | undefined;
  readonly seconds: number;
  /** The most memory that the whole process had, in megabytes. */
  readonly memory: number;
  /** The longest that this thread was kept from answering while it planned, in milliseconds. */
  readonly unresponsive: number;
};

const everyMs = 20;

/** Plans in a thread, watches how it gets on, and how this one stays responsive meanwhile. */
export async function measured(input: PlanInput, limits: PlanLimits = {}): Promise<Measured> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  const course: { at: number; worth: number; bound: number }[] = [];
  let memory = memoryUsage.rss();
  let unresponsive = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    memory = Math.max(memory, memoryUsage.rss());
    unresponsive = Math.max(unresponsive, performance.now() - last - everyMs);
    last = performance.now();
  }, everyMs);
  try {
    const plan = await planInWorker(input, { limits, onProgress: ({ worth, bound }) => course.push({ at: seconds(), worth, bound }) });
    const whole = seconds();
    course.push({ at: whole, worth: plan.worth, bound: plan.bound });
    const within = (share: number) => course.find(({ worth, bound }) => bound - worth <= share * bound)?.at;
    return { plan, first: course[0]?.at ?? whole, within, seconds: whole, memory: memory / 1e6, unresponsive };
  } finally {
    clearInterval(watch);
  }
}

/** The middle of some numbers; where one is missing it counts as the largest. */
export function median(values: readonly (number | undefined)[]): number | undefined {
  const sorted = values.toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return sorted[sorted.length >> 1];
}
