import { parentPort, workerData } from 'node:worker_threads';
import { plan, type Progress } from './plan.ts';
import type { Answer, Errand } from './plan-in-worker.ts';
import { replan } from './replan.ts';
import { Solver } from './solver.ts';
import { whyNot } from './why-not.ts';

const errand = workerData as Errand;
const say = (answer: Answer) => parentPort?.postMessage(answer);
const onProgress = (progress: Progress) => say({ kind: 'progress', progress });

say({ kind: 'answer', answer: answerTo(errand, await Solver.load()) });

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
