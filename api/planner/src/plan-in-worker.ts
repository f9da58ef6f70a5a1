import { Worker } from 'node:worker_threads';
import { mostImaginable, type Plan, type PlanLimits, type Progress } from './plan.ts';
import type { PlanInput } from './plan-input.ts';

/** What the thread is sent. */
export type Errand = { readonly input: PlanInput; readonly limits: PlanLimits };

/** What the thread says. */
export type Answer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'plan'; readonly plan: Plan };

/** How a plan is watched, ended early and kept within bounds. */
export type PlanningOptions = {
  /** Ends the search at once, with the best plan so far; `AbortSignal.timeout(…)` gives it so long and no longer. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly limits?: PlanLimits;
};

/** Of what JavaScript keeps; the solver's own memory is outside of it, and never more than 2 GiB. */
const resourceLimits = { maxOldGenerationSizeMb: 768 };

// The thread is started from what this file is: a source, whose types Node.js strips, or what was built of it.
const script = new URL(
  `./plan-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
);

/**
 * Plans in a thread of its own, so that whoever asked stays responsive: the solver's calls block. The thread gets no
 * environment and is always ended here.
 *
 * Errors  rejects when the thread fails: out of memory, or a plan that breaks a rule.
 */
export function planInWorker(
  input: PlanInput,
  { signal, onProgress = () => undefined, limits = {} }: PlanningOptions = {},
): Promise<Plan> {
  let latest: Progress | undefined;
  if (signal?.aborted) return Promise.resolve(stopped(input, latest));
  const errand: Errand = { input, limits };
  const worker = new Worker(script, { workerData: errand, resourceLimits, env: {} });
  return new Promise<Plan>((resolve, reject) => {
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', stop);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      void worker.terminate();
      settle();
    };
    const stop = () => {
      end(() => {
        resolve(stopped(input, latest));
      });
    };
    signal?.addEventListener('abort', stop);
    worker
      .on('message', (answer: Answer) => {
        if (answer.kind === 'plan') {
          end(() => {
            resolve(answer.plan);
          });
          return;
        }
        latest = answer.progress;
        onProgress(latest);
      })
      .on('error', (error: Error) => {
        end(() => {
          reject(error);
        });
      })
      .on('exit', (code) => {
        end(() => {
          reject(new Error(`The planner's thread ended without an answer, with ${String(code)}.`));
        });
      });
  });
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
