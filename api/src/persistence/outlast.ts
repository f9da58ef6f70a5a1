import { setTimeout as pause } from 'node:timers/promises';
import { isPassing } from './retry.ts';

/** Pauses between tries: soon again after a blink, then every two seconds for five minutes. Units: milliseconds. */
const usualPauses: readonly number[] = [200, 400, 800, ...Array.from({ length: 150 }, () => 2_000)];

/** When it is given up, and who hears that the database is away. */
export type Outlasting = {
  /** Ends the waiting: it is tried once more, and no longer. */
  readonly signal: AbortSignal;
  /** Hears of it once. */
  readonly onAway: (error: unknown) => void;
  readonly pauses?: readonly number[];
};

/**
 * Does what must not be lost because the database is away for a while, again and again until it is back. The work must come
 * to the same when it is done twice: a connection that is lost at the commit doesn't tell whether it was one.
 *
 * Errors  rethrows at once what the database refused, and what it still failed with when its time was over.
 */
export async function outlasting<T>(work: () => Promise<T>, { signal, onAway, pauses = usualPauses }: Outlasting): Promise<T> {
  let isKnown = false;
  for (const length of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || signal.aborted) throw error;
      if (!isKnown) onAway(error);
      isKnown = true;
      await pause(length, undefined, { signal }).catch(() => undefined);
    }
  }
  return work();
}
