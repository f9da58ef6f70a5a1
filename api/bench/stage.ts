import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedServer, freePort, startEmbeddedServer } from '@shelter-city/prisma/tools/embedded-server';
import { apiLogin, setApiPassword } from '@shelter-city/prisma/tools/login-role';
import { applyMigrations } from '@shelter-city/prisma/tools/migrate';
import { endProcess, followingPrefix } from '@shelter-city/prisma/tools/processes';
import { changeUrl, queryOnce } from '@shelter-city/prisma/tools/query';
import type { Load, LoadAnswer, Plan } from './load.ts';

const project = path.resolve(import.meta.dirname, '../..');
const template = 'template_of_bench';

/** Where the server's data lie. */
export const databasesIn = (folder: string): string => path.join(folder, 'postgres');

/** A server of its own with the durability that `npm start` has too (every commit reaches the disk), and an empty, migrated template. */
export async function startDatabases(folder: string, onLog?: (text: string) => void): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataFolder: databasesIn(folder), ...(onLog && { onLog }) });
  await queryOnce(server.url('postgres'), `CREATE DATABASE ${template}`);
  await applyMigrations(server.url(template));
  await setApiPassword(server.url(template), new URL(server.url(template)).password);
  return server;
}

/** Copies the template; answers the URL of its owner. */
export async function newDatabase(server: EmbeddedServer, name: string): Promise<string> {
  await queryOnce(server.url('postgres'), `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return server.url(name);
}

/** A server process on a port of its own. */
export type Served = { readonly port: number; stop(): Promise<void> };

/** Starts the built API as `npm start` does. Its log goes to a file, as it would anywhere. */
export async function startApi(ownerUrl: string, folder: string): Promise<Served> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const logFile = path.join(folder, `api-${String(port)}.log`);
  const log = openSync(logFile, 'a');
  const command = [...followingPrefix('TERM'), process.execPath, ...profiling(), path.join(project, 'api/dist/main.js')];
  const child = spawn(command[0] ?? process.execPath, command.slice(1), {
    cwd: project,
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      DATABASE_URL: changeUrl(ownerUrl, { user: apiLogin }),
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      KEY_FILE: keyFileIn(folder),
      WEB_ROOT: path.join(project, 'web/dist'),
      // The load says from which network it comes, so that its many sign-ins aren't one network's.
      TRUSTED_PROXIES: '127.0.0.1',
      NODE_ENV: 'production',
    },
  });
  const stop = () => ended(child);
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return { port, stop };
    await pause(100);
  }
  await stop();
  throw new Error(`The API didn't start:\n${readFileSync(logFile, 'utf8')}`);
}

/** Where the API's log says what went wrong. */
export const keyFileIn = (folder: string): string => path.join(folder, 'key-ring.json');

/** `BENCH_PROFILE=folder` leaves a CPU profile of each API there. */
function profiling(): readonly string[] {
  const folder = process.env['BENCH_PROFILE'];
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}

/** Starts the bare server on the same database, as its owner. */
export async function startBare(ownerUrl: string, today: string): Promise<Served> {
  const port = await freePort();
  const child = fork(path.join(import.meta.dirname, 'bare-server.ts'), {
    execArgv: ['--conditions=source', ...profiling()],
    env: { ...process.env, DATABASE_URL: ownerUrl, PORT: String(port), TODAY: today, NODE_ENV: 'production' },
  });
  const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as unknown[];
  if (message !== 'listening') throw new Error("The bare server didn't start");
  return { port, stop: () => ended(child) };
}

/** The process that asks. */
export type Loader = { run(plan: Plan): Promise<Load>; stop(): Promise<void> };

export function startLoader(): Loader {
  const child = fork(path.join(import.meta.dirname, 'load.ts'), { serialization: 'advanced' });
  return {
    async run(plan) {
      child.send(plan);
      const [answer] = (await once(child, 'message')) as [LoadAnswer];
      if ('failure' in answer) throw new Error(`A request of the bench failed:\n${answer.failure}`);
      return answer.load;
    },
    stop: () => ended(child),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.pid !== undefined) await endProcess(child.pid, [['SIGTERM', 8_000], ['SIGKILL', 2_000]]);
}
