import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../prisma/tools/embedded-server.ts';
import { endProcess, followingPrefix } from '../prisma/tools/processes.ts';
import { queryOnce } from '../prisma/tools/query.ts';
import { cloneDatabase, startTestServer } from '../prisma/tools/test-database.ts';

/** The whole built system with sample data, on free ports and a database of its own. */
export interface StorySystem {
  /** What a browser opens. */
  readonly origin: string;
  /** The address of its database, as the owner, for what a story arranges itself. */
  readonly database: string;
  /** Those who are signed in count as having just signed in for as long as the stories last; proving it again has a story of its own. */
  keepProofsYoung(): Promise<void>;
  /** Arranges what a story begins with, as the owner of the database. */
  arrange(sql: string): Promise<void>;
  stop(): Promise<void>;
}

const project = path.dirname(import.meta.dirname);

/** Starts the system that `npm run build` made; what the API logs goes to this file of `test-results`. */
export async function startStorySystem(logFile = 'api.log'): Promise<StorySystem> {
  const place = await mkdtemp(path.join(tmpdir(), 'shelter-city-stories-'));
  const server = await startTestServer();
  let api: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (api?.pid)
      await endProcess(api.pid, [
        ['SIGTERM', 10_000],
        ['SIGKILL', 2_000],
      ]);
    await server.stop();
    await rm(place, { recursive: true, force: true });
  };
  try {
    const database = await cloneDatabase(server.url);
    const keyFile = path.join(place, 'key-ring.json');
    await loadSampleData(database.ownerUrl, keyFile);
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    api = await startApi(logFile, {
      DATABASE_URL: database.apiUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_ORIGIN: origin,
      WEB_ROOT: path.join(project, 'web', 'dist'),
      KEY_FILE: keyFile,
      NODE_ENV: 'test',
    });
    await untilReady(api, port);
    const arrange = async (sql: string): Promise<void> => {
      await queryOnce(database.ownerUrl, sql);
    };
    const keepProofsYoung = (): Promise<void> =>
      arrange("UPDATE session SET stepped_up_at = now() + interval '2 hours'");
    return { origin, database: database.ownerUrl, keepProofsYoung, arrange, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function loadSampleData(ownerUrl: string, keyFile: string): Promise<void> {
  const script = path.join(project, 'prisma', 'seed', 'main.ts');
  const child = spawn(process.execPath, ['--conditions=source', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', OWNER_URL: ownerUrl, KEY_FILE: keyFile },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The sample data could not be loaded.');
}

async function startApi(
  logFile: string,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const results = path.join(project, 'test-results');
  await mkdir(results, { recursive: true });
  const command = [
    ...followingPrefix('TERM'),
    process.execPath,
    path.join(project, 'api', 'dist', 'main.js'),
  ];
  const child = spawn(command[0] ?? process.execPath, command.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...settings },
  });
  const log = createWriteStream(path.join(results, logFile));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  return child;
}

async function untilReady(api: ChildProcess, port: number): Promise<void> {
  const end = performance.now() + 60_000;
  while (performance.now() < end && api.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error('The API did not become ready: see test-results/api.log.');
}

/** Lets a proposal have been decided on in the month before: the rules' page counts whole months only. */
export async function decideLastMonth(stayId: string): Promise<void> {
  const database = process.env['SHELTER_DATABASE'];
  if (!database) throw new Error('This story needs SHELTER_DATABASE beside SHELTER_ORIGIN: the database of that system, as its owner.');
  await queryOnce(
    database,
    "UPDATE stay SET decided_on_facts = jsonb_set(decided_on_facts, '{on}', to_jsonb((date_trunc('month', app_today()) - interval '1 day')::date)) WHERE id = $1",
    [stayId],
  );
}
