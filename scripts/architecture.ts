import { readFile, writeFile } from 'node:fs/promises';
import { mustRun } from './commands.ts';
import { type Cruise, between, drawing, packages, rooms } from './dependency-map.ts';
import { inProject } from './project.ts';
import { Refusal, main } from './refusal.ts';
import { say } from './steps.mjs';

const file = inProject('ARCHITECTURE.md');

/** Draws the maps of ARCHITECTURE.md from the imports as they are; with `--check` says only whether they are true. */
await main(async () => {
  const output = await mustRun('depcruise', [
    'api',
    'web',
    'prisma',
    'e2e',
    '--config',
    '.dependency-cruiser.cjs',
    '--include-only',
    '^(api|web|prisma|e2e)/',
    '--output-type',
    'json',
  ]);
  const cruise = JSON.parse(output.slice(output.indexOf('{'))) as Cruise;
  const before = await readFile(file, 'utf8');
  const after = between(
    between(before, 'packages', drawing(cruise, packages)),
    'verticals',
    drawing(cruise, rooms),
  );
  if (process.argv.includes('--check')) {
    if (after !== before)
      throw new Refusal(
        'The maps of ARCHITECTURE.md are old. Draw them: node scripts/run.mjs architecture',
      );
    return 0;
  }
  await writeFile(file, after);
  say(after === before ? 'The maps were true.' : 'The maps are drawn anew.');
  return 0;
});
