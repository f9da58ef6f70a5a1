import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { guarded } from './guarded.ts';
import { allOf, counted, type Part } from './part.ts';

const line = z.object({
  /** None: the spec as it is. */
  mutant: z.string().nullable(),
  spec: z.string(),
  /** The test that failed. */
  failed: z.string().nullable(),
});

/** What guards every request, taken away or made wider in the sources one by one: a spec must fail. */
export const hooks: Part = {
  name: 'hooks',
  async run() {
    const child = spawn(
      process.execPath,
      [...process.execArgv, path.join(import.meta.dirname, 'hook-mutants.ts')],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const lines = (await text(child.stdout))
      .split('\n')
      .filter((one) => one.startsWith('{"mutant"'))
      .map((one) => line.parse(JSON.parse(one)));
    const asTheyAre = lines.filter(({ mutant }) => mutant === null);
    const mutants = lines.filter(({ mutant }) => mutant !== null);
    const specs = new Set(guarded.flatMap((one) => one.specs));
    const failing = asTheyAre.flatMap(({ spec, failed }) => (failed === null ? [] : [`${spec}: ${failed}`]));
    return [
      counted('runs of the specs of what guards every request, before and after all mutants, all of which pass', asTheyAre.length, [
        ...failing,
        ...(asTheyAre.length === 2 * specs.size && mutants.length > 0 ? [] : ['it did not run to its end']),
      ]),
      allOf(
        'guards of every request taken away or made wider in the sources, each noticed by a spec',
        mutants.length,
        mutants.flatMap(({ mutant, failed }) => (failed === null && mutant !== null ? [mutant] : [])),
      ),
    ];
  },
};
