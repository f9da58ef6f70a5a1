import { mkdir, readFile, rm } from 'node:fs/promises';
import { buildAll, generateClient } from './artifacts.ts';
import { findBrowser } from './browser.ts';
import { checks } from './checks.ts';
import { runCommand } from './commands.ts';
import { type Outcome, type Task, conclude, runTasksInOrder } from './outcomes.ts';
import { breaches, measure } from './page-sizes.ts';
import { inProject, node } from './project.ts';
import { main } from './refusal.ts';
import { outcomeOfJest, outcomeOfPlaywright, outcomeOfProof } from './test-reports.ts';

const reports = inProject('test-results');

/** Jest's runs: each folder that has a configuration. */
const jestRuns = [
  { name: 'Domain, contract, HTTP and database', folder: 'api' },
  { name: 'Database tools, scripts, containers', folder: '.' },
  { name: 'Pages and components', folder: 'web' },
];

function jest({ name, folder }: { readonly name: string; readonly folder: string }): Task {
  return {
    name,
    run: (progress) =>
      counted(`jest-${folder === '.' ? 'tools' : folder}.json`, outcomeOfJest, (file) =>
        runCommand('jest', ['--json', `--outputFile=${file}`, '--maxWorkers=2'], {
          cwd: inProject(folder),
          env: {
            NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
            CI: '1',
            NO_COLOR: '1',
            FORCE_COLOR: '0',
          },
          onOutput: progress,
        }),
      ),
  };
}

const weight: Task = {
  name: 'What the pages weigh',
  run: async () => {
    await buildAll();
    const above = breaches(await measure((file) => readFile(inProject('web', 'dist', file))));
    return {
      passed: above.length === 0 ? 1 : 0,
      failed: above.length,
      output: above.map((line) => `Above its budget: ${line}`).join('\n'),
    };
  },
};

/** The parts of `npm run proof` that take a minute: everybody's every refusal, what nobody may see, what was tampered with. */
const proof: Task = {
  name: 'Proof against the built system',
  run: async (progress) => {
    await buildAll();
    return counted('proof.json', outcomeOfProof, () =>
      runCommand(
        node,
        [
          '--conditions=source',
          '--import',
          inProject('scripts', 'source-loader.mjs'),
          inProject('api', 'proof', 'main.ts'),
          '--only',
          'sweep,canaries,tampering',
        ],
        { cwd: inProject('api'), onOutput: progress },
      ),
    );
  },
};

const stories: Task = {
  name: 'Stories in the browser',
  run: async (progress) => {
    const browser = await findBrowser(progress);
    await buildAll();
    return counted('playwright.json', outcomeOfPlaywright, (file) =>
      runCommand(
        'playwright',
        ['test', '--config', inProject('e2e', 'playwright.config.ts'), '--reporter=line,json'],
        {
          cwd: inProject('e2e'),
          env: {
            CHROMIUM_PATH: browser,
            PLAYWRIGHT_JSON_OUTPUT_NAME: file,
            CI: '1',
          },
          onOutput: progress,
        },
      ),
    );
  },
};

/** Runs a command that writes a report, and counts what the report says; without one, the run itself failed. */
async function counted(
  name: string,
  count: (json: string, output: string) => Outcome,
  run: (file: string) => Promise<{ readonly code: number; readonly output: string }>,
): Promise<Outcome> {
  const file = inProject('test-results', name);
  await rm(file, { force: true });
  const { code, output } = await run(file);
  const json = await readFile(file, 'utf8').catch(() => undefined);
  if (json === undefined) return { passed: 0, failed: 1, output };
  const outcome = count(json, output);
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

const parts = {
  checks: () => runTasksInOrder(checks, 2),
  specs: () => runTasksInOrder(jestRuns.map(jest), 1),
  proof: () => runTasksInOrder([proof], 1),
  stories: () => runTasksInOrder([weight, stories], 1),
};

/**
 * Everything: checks, then specs, then the proof's quick parts and the stories in a browser against the built system.
 * `npm test -- specs` runs a part of it.
 */
await main(async () => {
  await mkdir(reports, { recursive: true });
  await generateClient();
  const wanted = process.argv.slice(2);
  const outcomes: Outcome[] = [];
  for (const [name, run] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) outcomes.push(...(await run()));
  }
  return conclude(outcomes);
});
