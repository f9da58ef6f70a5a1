import { readFile } from 'node:fs/promises';
import { mustRun } from './commands.ts';
import { inProject } from './project.ts';
import { unlessDone } from './stamps.ts';
import { step } from './steps.mjs';

/** Writes Prisma's client, unless the schema is the one it was written from. */
export async function generateClient(): Promise<void> {
  const inputs = ['package-lock.json', 'prisma/schema.prisma', 'prisma/prisma.config.ts'];
  await unlessDone('client', { inputs, outputs: ['prisma/generated/client.ts'] }, () =>
    step('Prisma client', async () => {
      await runTasks(['generate']);
    }),
  );
}

/** Builds API and pages, unless nothing changed since they were built. */
export async function buildAll(): Promise<void> {
  const workspaces = await workspaceFolders();
  const inputs = [
    ...['package-lock.json', 'package.json', 'tsconfig.base.json', 'turbo.json'],
    ...workspaces.flatMap((workspace) =>
      ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'src'].map(
        (part) => `${workspace}/${part}`,
      ),
    ),
    ...['schema.prisma', 'tools', 'seed'].map((part) => `prisma/${part}`),
    ...['index.html', 'public', 'vite.config.ts', 'lingui.config.ts'].map((part) => `web/${part}`),
  ];
  const outputs = ['api/dist/main.js', 'prisma/dist/generated/client.js', 'web/dist/index.html'];
  await unlessDone('build', { inputs, outputs }, () =>
    step('API and pages', async (progress) => {
      await runTasks(['build'], (text) => {
        const workspace = /@shelter-city\/(\w+):build/.exec(text)?.[1];
        if (workspace) progress(workspace);
      });
    }),
  );
}

/** Runs turbo's tasks over the workspaces, two at a time. */
export async function runTasks(
  tasks: readonly string[],
  onOutput?: (text: string) => void,
): Promise<string> {
  return mustRun(
    'turbo',
    ['run', ...tasks, '--concurrency=2', '--output-logs=new-only', '--no-color'],
    {
      env: { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
      ...(onOutput && { onOutput }),
    },
  );
}

/** The folders of the workspaces that are built: the browser stories aren't. */
async function workspaceFolders(): Promise<readonly string[]> {
  const { workspaces } = JSON.parse(await readFile(inProject('package.json'), 'utf8')) as {
    readonly workspaces: string[];
  };
  return workspaces.filter((workspace) => workspace !== 'e2e');
}
