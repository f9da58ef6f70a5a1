import { planInWorker } from '@shelter-city/planner/plan-in-worker';
import type { Progress } from '@shelter-city/planner/plan';
import type { PlanInput } from '@shelter-city/planner/plan-input';

/** A plan that was stopped: in which phase, how long the answer took, and until when its thread still used a processor. */
export type Stopped = { readonly phase: string; readonly answered: number; readonly quiet: number };

/** Moments at which plans are stopped, as parts of the time the whole of one takes. */
const moments = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97];
const windowMs = 20;
const longestMs = 3_000;

/**
 * Stops a plan at moments all along its way, and at the first sign of each phase: milliseconds until the answer. Whoever stops
 * inside a call of the solver can't be told apart from outside; a proof is such calls nearly all the time, so its moments are.
 */
export async function cancelling(input: PlanInput): Promise<Stopped[]> {
  const phases = new Set<string>();
  const began = performance.now();
  await planInWorker(input, { onProgress: ({ phase }) => phases.add(phase) });
  const whole = performance.now() - began;
  const stopped: Stopped[] = [];
  for (const moment of moments) stopped.push(...(await stoppedWhen(input, (control) => void setTimeout(() => { control.abort(); }, moment * whole))));
  for (const phase of phases) stopped.push(...(await stoppedWhen(input, undefined, phase)));
  return stopped;
}

/** None when the plan was ready before it was stopped. */
async function stoppedWhen(input: PlanInput, later?: (control: AbortController) => void, at?: string): Promise<Stopped[]> {
  const control = new AbortController();
  let phase = 'start';
  let asked = Infinity;
  control.signal.addEventListener('abort', () => { asked = performance.now(); });
  later?.(control);
  const onProgress = (progress: Progress) => {
    phase = progress.phase;
    if (phase === at) setImmediate(() => { control.abort(); });
  };
  const { status } = await planInWorker(input, { signal: control.signal, onProgress });
  const answered = performance.now() - asked;
  if (status !== 'stopped') return [];
  return [{ phase, answered, quiet: await untilQuiet(asked) }];
}

/** Milliseconds since the stop until this process, whose only other work it is, uses its processors no more. */
async function untilQuiet(asked: number): Promise<number> {
  for (;;) {
    const began = performance.now();
    const before = process.cpuUsage();
    await new Promise((resolve) => setTimeout(resolve, windowMs));
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1_000 < windowMs / 4 || performance.now() - asked > longestMs) return began - asked;
  }
}
