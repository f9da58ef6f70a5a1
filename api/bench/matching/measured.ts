import { memoryUsage } from 'node:process';
import { faultsOf } from '@shelter-city/planner/check-plan';
import { planInWorker } from '@shelter-city/planner/plan-in-worker';
import type { Plan, PlanLimits, Progress } from '@shelter-city/planner/plan';
import type { PlanInput } from '@shelter-city/planner/plan-input';

/** A plan, and what it took: seconds until there was one, until it was within shares of its bound, and until the end. */
export type Measured = {
  readonly plan: Plan;
  /** What the checker, which knows only the rules, has against it: nothing, it is hoped. */
  readonly faults: readonly string[];
  readonly first: number;
  /** Seconds until a plan was proven to be within the share; undefined where it never was. */
  readonly within: (share: number) => number | undefined;
  readonly seconds: number;
  /** The longest that nothing was heard of how it gets on, in seconds. */
  readonly silence: number;
  /** The most memory that the whole process had, in megabytes. */
  readonly memory: number;
  /** The longest that this thread was kept from answering while it planned, in milliseconds. */
  readonly unresponsive: number;
};

/** How a plan is made here: what it may spend, and after how many seconds it is ended with the best so far. */
export type Course = { readonly limits?: PlanLimits; readonly seconds?: number };

const everyMs = 20;

/** Plans in a thread, watches how it gets on, and how this one stays responsive meanwhile. */
export async function measured(input: PlanInput, { limits = {}, seconds: most }: Course = {}): Promise<Measured> {
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
    const onProgress = ({ worth, bound }: Progress) => course.push({ at: seconds(), worth, bound });
    const plan = await planInWorker(input, { limits, onProgress, ...(most !== undefined && { signal: AbortSignal.timeout(most * 1_000) }) });
    const whole = seconds();
    course.push({ at: whole, worth: plan.worth, bound: plan.bound });
    const within = (share: number) => course.find(({ worth, bound }) => bound - worth <= share * bound)?.at;
    const silence = course.reduce((longest, { at }, index) => Math.max(longest, at - (course[index - 1]?.at ?? 0)), 0);
    return { plan, faults: faultsOf(input, plan.seats), first: course[0]?.at ?? whole, within, seconds: whole, silence, memory: memory / 1e6, unresponsive };
  } finally {
    clearInterval(watch);
  }
}

/** The middle of some numbers; where one is missing it counts as the largest. */
export function median(values: readonly (number | undefined)[]): number | undefined {
  const sorted = values.toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return sorted[sorted.length >> 1];
}

/** A number as tables show it. */
export const shown = (value: number | undefined): string =>
  value === undefined || !Number.isFinite(value) ? 'not' : value.toFixed(value < 10 ? 2 : 0);
