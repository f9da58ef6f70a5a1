import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { startTestServer, testServerVariable } from '../../prisma/tools/test-database.ts';
import { guarded, needsItsOwnDatabase } from './guarded.ts';
import { keeping } from './kept-databases.ts';
import { mutantSwitch } from './mutant-switch.ts';
import { instrument } from './source-mutants.ts';
import { specOf } from './spec-runner.ts';

// A process of its own, for part `hooks`: the sources that guard requests are loaded once with all their mutants asleep; then
// each is woken in turn, and the specs of its file run until one test fails. A line of JSON for each on standard output.

const api = path.resolve(import.meta.dirname, '..');
/** What stands for what in a spec that runs here. */
const standIns: Readonly<Record<string, string>> = {
  '@jest/globals': new URL('spec-runner.ts', import.meta.url).href,
  '@shelter-city/prisma/tools/test-database': new URL('kept-databases.ts', import.meta.url).href,
};
const instrumented = new Map(
  guarded.map(({ file, kinds }) => [
    pathToFileURL(path.join(api, 'src', file)).href,
    instrument(file, readFileSync(path.join(api, 'src', file), 'utf8'), kinds),
  ]),
);
registerHooks({
  resolve(specifier, context, next) {
    const url = standIns[specifier];
    return url === undefined ? next(specifier, context) : { url, shortCircuit: true };
  },
  load(url, context, next) {
    const found = instrumented.get(url);
    if (!found) return next(url, context);
    const { code } = transformSync(found.text, {
      filename: fileURLToPath(url),
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: 'es2024',
      },
      module: { type: 'es6' },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});

const say = (line: { readonly mutant: string | null; readonly spec: string; readonly failed: string | null }) =>
  process.stdout.write(`${JSON.stringify(line)}\n`);

const server = await startTestServer();
process.env[testServerVariable] = server.url;
try {
  const specs = new Map<string, Awaited<ReturnType<typeof specOf>>>();
  const failureOf = async (name: string) => {
    keeping.on = !needsItsOwnDatabase.includes(name);
    return (await specs.get(name)?.firstFailure()) ?? null;
  };
  /** Every spec as it is, which must pass. */
  const asTheyAre = async () => {
    for (const spec of specs.keys()) say({ mutant: null, spec, failed: await failureOf(spec) });
  };
  for (const name of new Set(guarded.flatMap((one) => one.specs)))
    specs.set(name, await specOf(pathToFileURL(path.join(api, name)).href));
  await asTheyAre();
  for (const { file, specs: names } of guarded) {
    for (const mutant of instrumented.get(pathToFileURL(path.join(api, 'src', file)).href)?.mutants ?? []) {
      mutantSwitch.to(mutant);
      let failed: string | null = null;
      for (const name of names) failed ??= await failureOf(name);
      mutantSwitch.to(null);
      say({ mutant, spec: names.join(' '), failed });
    }
  }
  // No mutant left anything behind that would make the next one's specs fail.
  await asTheyAre();
} finally {
  await server.stop();
}
process.exit(0);
