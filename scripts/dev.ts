import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { freePort } from '../prisma/tools/embedded-server.ts';
import { followingPrefix } from '../prisma/tools/processes.ts';
import {
  addressFromEnvironment,
  apiEnvironment,
  refuseTakenPort,
  stopApi,
  untilReady,
} from './api-process.ts';
import { generateClient } from './artifacts.ts';
import { type ReadyDatabase, openLocalDatabase } from './database.ts';
import { openOwnDatabase } from './own-database.ts';
import { inProject, node } from './project.ts';
import { Refusal } from './refusal.ts';
import { leaveDataFolder, noteApi, noteStopping, takeDataFolder } from './run-record.ts';
import { prepareKeyFolder } from './sample.ts';
import { say, step } from './steps.mjs';

/** What the API is made of: a change in any of these starts it anew. */
const watched = [
  'api/src',
  'api/domain/src',
  'api/contract/src',
  'api/vault/src',
  'api/planner/src',
  'prisma/generated',
];

let database: ReadyDatabase | undefined;
let api: ChildProcess | undefined;
let pages: ChildProcess | undefined;
let stopping: Promise<never> | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void stop(0));
try {
  await start();
} catch (error) {
  if (!stopping) console.error(error instanceof Refusal ? error.message : error);
  await stop(1);
}

async function start(): Promise<void> {
  const door = addressFromEnvironment();
  await takeDataFolder(door.origin);
  await refuseTakenPort(door);
  await prepareKeyFolder();
  const client = generateClient();
  const own = process.env['DATABASE_URL'];
  const opened = await (own ? openOwnDatabase(own) : openLocalDatabase(client));
  database = opened;
  await client;
  // The pages' server is the one door: it answers for the pages and passes /api on, so that there is one origin.
  const behind = { host: '127.0.0.1', port: await freePort(), origin: door.origin };
  const startApi = async (): Promise<void> => {
    api = run(
      [
        node,
        '--conditions=source',
        '--enable-source-maps',
        '--import',
        inProject('scripts', 'source-loader.mjs'),
        inProject('api', 'src', 'main.ts'),
      ],
      { ...apiEnvironment(opened.apiUrl, behind), WEB_ROOT: '' },
    );
    await noteApi(api.pid ?? 0, door.origin);
    await untilReady(api, behind);
  };
  await step('API', startApi);
  restartOnChange(startApi);
  pages = run(
    [
      inProject('node_modules', '.bin', 'vite'),
      '--port',
      String(door.port),
      '--strictPort',
      '--host',
      door.host,
    ],
    {
      ...process.env,
      API_ORIGIN: `http://127.0.0.1:${behind.port}`,
    },
    inProject('web'),
  );
  pages.once('exit', () => void stop(1));
  say(`Shelter City, reloading as you edit: ${door.origin}. Ctrl-C stops it.`);
}

function run(command: readonly string[], env: NodeJS.ProcessEnv, cwd = inProject()): ChildProcess {
  const whole = [...followingPrefix('TERM'), ...command];
  return spawn(whole[0] ?? node, whole.slice(1), {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Ends the API and starts it again, once per burst of changes; one that doesn't start waits for the next change. */
function restartOnChange(startApi: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  const restart = async (): Promise<void> => {
    if (stopping) return;
    await stopApi(api);
    await step('API, changed', startApi).catch((error: unknown) => {
      say(error instanceof Error ? error.message : String(error));
    });
  };
  for (const folder of watched) {
    watch(inProject(folder), { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.ts') || file.endsWith('.spec.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        working = working.then(restart);
      }, 200);
    });
  }
}

function stop(code: number): Promise<never> {
  stopping ??= (async () => {
    await noteStopping();
    await stopApi(pages);
    await stopApi(api);
    await database?.stop();
    await leaveDataFolder();
    process.exit(code);
  })();
  return stopping;
}
