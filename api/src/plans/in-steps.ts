import { setImmediate as otherWork } from 'node:timers/promises';

/** Does long work step by step, with everybody else's in between; undefined when it was stopped before its end. */
export async function inSteps<T>(steps: Generator<unknown, T>, signal?: AbortSignal): Promise<T | undefined> {
  while (signal?.aborted !== true) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await otherWork();
  }
  return undefined;
}
