import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** What a native solver made of a model: seconds, the value of its answer (minimised), and whether that is proven. */
export type NativeAnswer = { readonly seconds: number; readonly value: number | undefined; readonly isBest: boolean };

/** A native solver that is installed. */
export type NativeSolver = {
  readonly name: string;
  readonly isHighs: boolean;
  /** Solves a file in MPS within so many seconds; undefined when it fails. */
  readonly solve: (file: string, limit: number) => Promise<NativeAnswer | undefined>;
};

const run = promisify(execFile);
const python = path.join(import.meta.dirname, 'native-highs.py');

/** What a program says, or undefined when it isn't there, fails or is killed. */
const said = (program: string, args: readonly string[], seconds = 60): Promise<string | undefined> =>
  run(program, args, { timeout: seconds * 1_000, maxBuffer: 1e8 }).then(({ stdout }) => stdout, () => undefined);

type Known = NativeSolver & { readonly version: () => Promise<string | undefined> };

/** A program that says what it found in its own words; its start and reading the file are counted, for want of another clock. */
const spoken = (name: string, program: string, { version, args, value, proven }: {
  readonly version: readonly string[];
  readonly args: (file: string, limit: number) => readonly string[];
  readonly value: RegExp;
  readonly proven: RegExp;
}): Known => ({
  name,
  isHighs: program === 'highs',
  version: () => said(program, version).then((text) => text && (/\d+\.\d+(\.\d+)?/.exec(text)?.[0] ?? '')),
  solve: async (file, limit) => {
    const began = performance.now();
    const text = await said(program, args(file, limit), limit + 30);
    if (text === undefined) return undefined;
    const found = value.exec(text)?.[1];
    return { seconds: (performance.now() - began) / 1_000, value: found === undefined ? undefined : Number(found), isBest: proven.test(text) };
  },
});

const known: readonly Known[] = [
  {
    name: 'HiGHS by Python',
    isHighs: true,
    version: () => said('python3', [python]).then((text) => text && (JSON.parse(text) as { version: string }).version),
    solve: async (file, limit) => {
      const text = await said('python3', [python, file, String(limit)], limit + 60);
      return text === undefined ? undefined : (JSON.parse(text) as NativeAnswer);
    },
  },
  spoken('HiGHS', 'highs', {
    version: ['--version'], args: (file, limit) => ['--time_limit', String(limit), '--random_seed', '1', file],
    value: /Primal bound\s+(-?[\d.e+]+)/, proven: /Status\s+Optimal/,
  }),
  spoken('CBC', 'cbc', {
    version: ['-exit'], args: (file, limit) => [file, 'sec', String(limit), 'solve', 'exit'],
    value: /Objective value:\s+(-?[\d.e+]+)/, proven: /Result - Optimal solution found/,
  }),
  spoken('SCIP', 'scip', {
    version: ['--version'], args: (file, limit) => ['-c', `set limits time ${limit} read ${file} optimize quit`],
    value: /Primal Bound\s+:\s+(-?[\d.e+]+)/, proven: /optimal solution found/,
  }),
  spoken('GLPK', 'glpsol', {
    version: ['--version'], args: (file, limit) => ['--freemps', file, '--tmlim', String(limit), '-o', '/dev/stdout'],
    value: /Objective:\s+\S+ = (-?[\d.e+]+)/, proven: /INTEGER OPTIMAL SOLUTION FOUND/,
  }),
];

/** Those that are installed, named with their versions. */
export async function nativeSolvers(): Promise<NativeSolver[]> {
  const found = await Promise.all(known.map(async ({ name, isHighs, version, solve }) => {
    const number = await version();
    return number === undefined ? [] : [{ name: `${name} ${number}`.trim(), isHighs, solve }];
  }));
  return found.flat();
}
