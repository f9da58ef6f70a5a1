import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plan } from '@shelter-city/planner/plan';
import type { PlanInput } from '@shelter-city/planner/plan-input';
import { spaceOf } from '@shelter-city/planner/plan-space';
import { Solver } from '@shelter-city/planner/solver';
import { median, shown } from './measured.ts';
import { nativeSolvers } from './native-solvers.ts';

/** What came of giving the same models to everybody: lines for a table, how far the planner is from native HiGHS, and who disagrees. */
export type Beside = {
  readonly lines: readonly (readonly string[])[];
  /** The planner's seconds as a part of native HiGHS's, by medians; undefined when none is installed. */
  readonly ratio: number | undefined;
  readonly disagreeing: readonly string[];
};

/** Seconds that each solver gets for one model, HiGHS more than the others. */
const limits = { highs: 60, others: 20 };

type Times = { readonly seconds: number; readonly isBest: boolean };

/** The whole model of each input given to the planner, to HiGHS in WebAssembly and to each native solver: seconds of solving. */
export async function besideNative(name: string, inputs: readonly PlanInput[]): Promise<Beside> {
  const natives = await nativeSolvers();
  const solver = await Solver.load();
  // The first call of each pays for compilation.
  if (inputs[0]) plan(inputs[0], solver);
  const times = new Map<string, Times[]>();
  const disagreeing: string[] = [];
  const note = (who: string, time: Times) => times.set(who, [...(times.get(who) ?? []), time]);
  const folder = await mkdtemp(path.join(tmpdir(), 'shelter-city-model-'));
  try {
    for (const [index, input] of inputs.entries()) {
      const space = spaceOf(input);
      const file = path.join(folder, 'model.mps');
      await writeFile(file, solver.written(space));
      const began = performance.now();
      const ours = plan(input, solver);
      note('the planner', { seconds: since(began), isBest: ours.isBest });
      const start = performance.now();
      const whole = solver.chooseAll(space, limits.highs);
      note('HiGHS in WebAssembly', { seconds: since(start), isBest: whole.isBest });
      const differs = (who: string, value: number, isBest: boolean) => {
        if (isBest && ours.isBest && Math.abs(value - ours.worth) > 0.5) disagreeing.push(`${name}, seed ${index + 1}: ${who} ${value}, the planner ${ours.worth}`);
      };
      differs('HiGHS in WebAssembly', whole.worth, whole.isBest);
      for (const { name: native, isHighs, solve } of natives) {
        const answer = await solve(file, isHighs ? limits.highs : limits.others);
        note(native, answer ?? { seconds: Infinity, isBest: false });
        if (answer?.value !== undefined) differs(native, -answer.value, answer.isBest);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const middle = (who: string | undefined) => median((times.get(who ?? '') ?? []).map(({ seconds }) => seconds));
  const highs = natives.find(({ isHighs }) => isHighs)?.name;
  const [planner, native] = [middle('the planner') ?? Infinity, middle(highs)];
  return {
    lines: [...times].map(([who, each]) => [
      name, who, shown(middle(who)), `${each.filter(({ isBest }) => isBest).length} of ${each.length}`,
      native === undefined ? '' : ((middle(who) ?? 0) / native).toFixed(2),
    ]),
    ratio: native === undefined ? undefined : planner / native,
    disagreeing,
  };
}

const since = (began: number): number => (performance.now() - began) / 1_000;
