import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { PlanInput } from '@shelter-city/planner/plan-input';
import { spaceOf } from '@shelter-city/planner/plan-space';
import { Solver } from '@shelter-city/planner/solver';

const run = promisify(execFile);

/** Solvers that may be installed, and how each is told to solve a file to the end. */
const known = [
  { name: 'HiGHS', program: 'highs', asks: ['--version'], solve: (file: string) => [file] },
  { name: 'CBC', program: 'cbc', asks: ['-exit'], solve: (file: string) => [file, 'solve', 'exit'] },
  { name: 'SCIP', program: 'scip', asks: ['--version'], solve: (file: string) => ['-f', file] },
  { name: 'GLPK', program: 'glpsol', asks: ['--version'], solve: (file: string) => ['--freemps', file] },
];

/** The same whole model given to our HiGHS and to each native solver that is installed: seconds each. Says so when none is. */
export async function besideNative(name: string, input: PlanInput): Promise<string[]> {
  const installed = (await Promise.all(known.map(async (one) => ((await answers(one.program, one.asks)) ? [one] : [])))).flat();
  if (installed.length === 0) return [`${name}: no native solver is installed (looked for ${known.map(({ program }) => program).join(', ')}).`];
  const solver = await Solver.load();
  const space = spaceOf(input);
  const folder = await mkdtemp(path.join(tmpdir(), 'shelter-city-model-'));
  try {
    const file = path.join(folder, 'model.mps');
    await writeFile(file, solver.written(space));
    const began = performance.now();
    const ours = solver.chooseAll(space);
    const lines = [`${name}: HiGHS in WebAssembly ${seconds(began)} s, worth ${ours.worth}, ${ours.isBest ? 'proven' : 'not proven'}`];
    for (const { name: native, program, solve } of installed) {
      const start = performance.now();
      const isDone = await answers(program, solve(file), 300_000);
      lines.push(`${name}: ${native} ${isDone ? `${seconds(start)} s` : 'gave up or took more than 300 s'}`);
    }
    return lines;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(2);

const answers = (program: string, args: readonly string[], timeout = 5_000): Promise<boolean> =>
  run(program, args, { timeout, maxBuffer: 1e8 }).then(() => true, () => false);
