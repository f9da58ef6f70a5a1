import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding, Part } from './part.ts';
import { browser } from './browser.ts';
import { canaries } from './canaries.ts';
import { floods } from './floods.ts';
import { hooks } from './hooks.ts';
import { kills } from './kills.ts';
import { mutants } from './mutants.ts';
import { restart } from './restart.ts';
import { nonsenseSent } from './nonsense.ts';
import { openStage, type Stage } from './stage.ts';
import { sweep } from './sweep.ts';
import { tableOf } from './table.ts';
import { tampering } from './tampering.ts';

// The claims of SECURITY.md against the built system: two API processes on one PostgreSQL, asked over HTTP as anybody
// would. Prints a table; ends with 1 at any violation. `npm run proof -- --only sweep,floods` runs some parts.

const parts: readonly Part[] = [sweep, canaries, browser, tampering, mutants, hooks, nonsenseSent, kills, floods, restart];

const { values: options } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const folder = await mkdtemp(path.join(tmpdir(), 'shelter-city-proof-'));
const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
const atTheEnd = async () => {
  for (const end of ends.splice(0).toReversed()) await end().catch(() => undefined);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void atTheEnd().then(() => process.exit(1)));

type Row = Finding & { readonly part: string; readonly seconds: number };

async function rowsOf(part: Part, stage: Stage): Promise<Row[]> {
  const begin = performance.now();
  process.stdout.write(`${part.name} …`);
  const findings = await part.run(stage).catch((error: unknown): Finding[] => [
    {
      what: 'ran to its end',
      figure: 'no',
      violations: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    },
  ]);
  const seconds = (performance.now() - begin) / 1_000;
  process.stdout.write(` ${seconds.toFixed(1)} s\n`);
  return findings.map((finding) => ({ part: part.name, seconds, ...finding }));
}

try {
  const begin = performance.now();
  const stage = await openStage(folder);
  ends.push(() => stage.end());
  const rows: Row[] = [];
  const wanted = options.only.split(',');
  for (const part of parts.filter(({ name }) => options.only === '' || wanted.includes(name)))
    rows.push(...(await rowsOf(part, stage)));
  const violations = rows.flatMap((row) =>
    row.violations.map((one) => `${row.part}, ${row.what}: ${one}`),
  );
  const seconds = Math.round((performance.now() - begin) / 1_000);
  process.stdout.write(
    `\n${tableOf(rows)}\n\n${String(availableParallelism())} cores, Node.js ${process.versions.node}, two API processes; ${String(seconds)} s; violations: ${String(violations.length)}\n`,
  );
  if (violations.length > 0) process.stdout.write(`\n${violations.slice(0, 60).join('\n')}\n`);
  const results = path.resolve(import.meta.dirname, '../../test-results');
  await mkdir(results, { recursive: true });
  await writeFile(
    path.join(results, 'proof.json'),
    `${JSON.stringify({ seconds, rows }, null, 2)}\n`,
  );
  process.exitCode = violations.length > 0 || rows.length === 0 ? 1 : 0;
} finally {
  await atTheEnd();
}
