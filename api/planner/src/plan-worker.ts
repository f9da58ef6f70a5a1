import { parentPort, workerData } from 'node:worker_threads';
import { plan } from './plan.ts';
import type { Answer, Errand } from './plan-in-worker.ts';
import { Solver } from './solver.ts';

const { input, limits } = workerData as Errand;
const say = (answer: Answer) => parentPort?.postMessage(answer);
say({
  kind: 'plan',
  plan: plan(input, await Solver.load(), limits, (progress) => say({ kind: 'progress', progress })),
});
