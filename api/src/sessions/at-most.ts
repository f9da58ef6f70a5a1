import { Problem } from '../problems/problem.ts';

/** Lets at most `running` pieces of work run at once and `waiting` more wait; whoever comes then is told that we are busy. */
export function atMost(
  running: number,
  waiting: number,
): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (busy >= running) {
      if (queue.length >= waiting) throw new Problem('busy');
      // Whoever finishes hands its place to the next, so `busy` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      busy += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
