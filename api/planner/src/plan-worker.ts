import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Errand, Sent } from './errand-in-thread.ts';
import { plan, type Progress } from './plan.ts';
import type { PlanPerson } from './plan-input.ts';
import { replan } from './replan.ts';
import { Solver } from './solver.ts';
import { whyNot } from './why-not.ts';

const { errand, people: count } = workerData as Sent;
const say = (answer: Answer) => parentPort?.postMessage(answer);
const onProgress = (progress: Progress) => say({ kind: 'progress', progress });

const [people, solver] = await Promise.all([received(), Solver.load()]);
say({
  kind: 'answer',
  answer: answerTo({ ...errand, input: { ...errand.input, people } }, solver),
});

/** Everybody of the errand, as they come. */
async function received(): Promise<PlanPerson[]> {
  const all: PlanPerson[] = [];
  if (!parentPort || count === 0) return all;
  for await (const [some] of on(parentPort, 'message') as AsyncIterable<[PlanPerson[]]>) {
    all.push(...some);
    if (all.length >= count) break;
  }
  return all;
}

function answerTo(asked: Errand, solver: Solver): unknown {
  const { input } = asked;
  switch (asked.ask) {
    case 'plan':
      return plan(input, solver, asked.limits, onProgress);
    case 'replan':
      return replan(input, asked.before, asked.price, solver, asked.limits, onProgress);
    case 'why not':
      return whyNot(input, asked.seats, asked.person, asked.where, solver);
  }
}
