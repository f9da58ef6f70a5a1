import { Worker } from 'node:worker_threads';
import { mostImaginable, type Plan, type PlanLimits, type Progress } from './plan.ts';
import type { PlanInput, Seat } from './plan-input.ts';
import type { Replan } from './replan.ts';
import type { Where } from './settled.ts';
import { differences, type WhyNot } from './why-not.ts';

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

/** How a plan is watched, ended early and kept within bounds. */
export type PlanningOptions = {
  /** Ends the search at once, with the best plan so far; `AbortSignal.timeout(…)` gives it so long and no longer. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly limits?: PlanLimits;
};

/** People who are sent to the thread in one turn. */
const peopleAtOnce = 50;

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
export async function planInWorker(input: PlanInput, options: PlanningOptions = {}): Promise<Plan> {
  const { answer, latest } = await asked(
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
  const { answer, latest } = await asked(
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
  const { answer } = await asked({ ask: 'why not', input, seats, person, where }, options);
  return answer as WhyNot | undefined;
}

type Heard = { readonly answer?: unknown; readonly latest?: Progress };

/** Sends a thread on an errand and hears it out, unless it is stopped. */
function asked(
  errand: Errand,
  { signal, onProgress = () => undefined }: PlanningOptions,
): Promise<Heard> {
  if (signal?.aborted) return Promise.resolve({});
  const { people } = errand.input;
  const sent: Sent = {
    errand: { ...errand, input: { ...errand.input, people: [] } },
    people: people.length,
  };
  const worker = new Worker(script, { workerData: sent, resourceLimits, env: {} });
  let heard: Heard = {};
  let isOver = false;
  return new Promise<Heard>((resolve, reject) => {
    // What is sent is copied while this thread waits: thousands of people at once would keep it from answering others.
    const send = (from: number) => {
      if (isOver || from >= people.length) return;
      worker.postMessage(people.slice(from, from + peopleAtOnce));
      setImmediate(send, from + peopleAtOnce);
    };
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
      .on('error', (error: Error) => {
        end(() => {
          reject(error);
        });
      })
      .on('exit', (code) => {
        end(() => {
          reject(new Error(`The planner's thread ended without an answer, with ${code}.`));
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
