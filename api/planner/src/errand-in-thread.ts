import { Worker } from 'node:worker_threads';
import type { PlanLimits, Progress } from './plan.ts';
import type { PlanInput, Seat } from './plan-input.ts';
import type { Where } from './settled.ts';

/** What the thread is sent. */
export type Errand =
  | { readonly ask: 'plan'; readonly input: PlanInput; readonly limits: PlanLimits }
  | {
      readonly ask: 'replan';
      readonly input: PlanInput;
      readonly limits: PlanLimits;
      readonly before: readonly Seat[];
      readonly price: number;
    }
  | {
      readonly ask: 'why not';
      readonly input: PlanInput;
      readonly seats: readonly Seat[];
      readonly person: number;
      readonly where: Where;
    };

/** How the thread gets it: so many people come after it, some at a time. */
export type Sent = { readonly errand: Errand; readonly people: number };

/** What the thread says. */
export type Answer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: unknown };

/** How an errand is watched, ended early and kept within bounds. */
export type ThreadOptions = {
  /** Ends the search at once, with the best plan so far; `AbortSignal.timeout(…)` gives it so long and no longer. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Of what JavaScript keeps in the thread; the solver's own memory is outside of it, and never more than 2 GiB. */
  readonly memoryMb?: number;
};

/** What a thread came back with: an answer, or how far it was when it was stopped. */
export type Heard = { readonly answer?: unknown; readonly latest?: Progress };

/** Memory of a thread when nothing else is said. Units: MB. */
export const usualMemoryMb = 768;

/** People who are sent to the thread in one turn. */
const peopleAtOnce = 50;

// The thread is started from what this file is: a source, whose types Node.js strips, or what was built of it.
const planner = new URL(
  `./plan-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
);

/** Whether a thread was ended because it took more memory than it may. */
export const isOutOfMemory = (error: unknown): boolean =>
  isError(error) && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

// Not `instanceof`: what came from a thread is put together anew, and isn't always an instance of this thread's Error.
const isError = (thrown: unknown): thrown is Error =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown && 'name' in thrown;

/**
 * Sends a thread on an errand and hears it out, unless it is stopped. The thread is always ended here, however it went.
 *
 * Errors  rejects when the thread fails: with what it threw, {@link isOutOfMemory}, or because it ended without a word.
 */
export function errandInThread(
  errand: Errand,
  { signal, onProgress = () => undefined, memoryMb = usualMemoryMb }: ThreadOptions,
  script: URL = planner,
): Promise<Heard> {
  if (signal?.aborted) return Promise.resolve({});
  const { people } = errand.input;
  const sent: Sent = {
    errand: { ...errand, input: { ...errand.input, people: [] } },
    people: people.length,
  };
  const worker = new Worker(script, {
    workerData: sent,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    env: {},
  });
  let heard: Heard = {};
  let isOver = false;
  return new Promise<Heard>((resolve, reject) => {
    const end = (settle: () => void) => {
      isOver = true;
      signal?.removeEventListener('abort', stop);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      void worker.terminate();
      settle();
    };
    const stop = () => {
      end(() => {
        resolve(heard);
      });
    };
    const fail = (error: unknown) => {
      end(() => {
        reject(isError(error) ? error : new Error('The planner’s thread threw what is no error.'));
      });
    };
    // What is sent is copied while this thread waits: thousands of people at once would keep it from answering others.
    const send = (from: number) => {
      if (isOver || from >= people.length) return;
      try {
        worker.postMessage(people.slice(from, from + peopleAtOnce));
      } catch (error) {
        // Thrown in a turn of its own it would end the whole process.
        fail(error);
        return;
      }
      setImmediate(send, from + peopleAtOnce);
    };
    signal?.addEventListener('abort', stop);
    send(0);
    worker
      .on('message', (said: Answer) => {
        if (said.kind === 'answer') {
          end(() => {
            resolve({ answer: said.answer });
          });
        } else {
          heard = { latest: said.progress };
          onProgress(said.progress);
        }
      })
      .on('messageerror', fail)
      .on('error', fail)
      .on('exit', (code) => {
        fail(new Error(`The planner's thread ended without an answer, with ${String(code)}.`));
      });
  });
}
