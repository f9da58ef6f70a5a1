import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, followingPrefix } from '../prisma/tools/processes.ts';
import { dataFolder, inProject, node, root } from './project.ts';
import { keyFile } from './sample.ts';
import { Refusal } from './refusal.ts';

/** What the API logs outside production: methods, routes, times; never a person's data. */
export const logFile = path.join(dataFolder, 'api.log');

/** Where the system is served. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** What the user's browser calls it. */
  readonly origin: string;
}

/** Reads `HOST`, `PORT` and `PUBLIC_ORIGIN`. */
export function addressFromEnvironment(): Address {
  const port = Number(process.env['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(
      `PORT=${process.env['PORT'] ?? ''} is not a port: it is a number from 1 to 65535.`,
    );
  }
  const host = process.env['HOST'] ?? '127.0.0.1';
  return { host, port, origin: process.env['PUBLIC_ORIGIN'] ?? `http://localhost:${String(port)}` };
}

/** Refuses, in one line, a port that somebody listens on. */
export async function refuseTakenPort({ host, port }: Address): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
      .once('error', (error: NodeJS.ErrnoException) => {
        const why =
          error.code === 'EADDRINUSE'
            ? 'is taken by another program'
            : `can't be used (${error.code ?? ''})`;
        reject(
          new Refusal(
            `Port ${String(port)} ${why}. Choose another: PORT=${String(port + 1)} npm start`,
          ),
        );
      })
      .listen({ host, port }, () => {
        probe.close(() => {
          resolve();
        });
      });
  });
}

/** Starts the built API; its own group, so that Ctrl-C reaches only us and it can finish what it does. */
export function spawnApi(databaseUrl: string, address: Address): ChildProcess {
  const command = [...followingPrefix('TERM'), node, inProject('api', 'dist', 'main.js')];
  return spawn(command[0] ?? node, command.slice(1), {
    cwd: root,
    detached: true,
    stdio: ['ignore', logTarget(), 'inherit'],
    env: apiEnvironment(databaseUrl, address),
  });
}

/** In production the log is somebody's to collect; else it goes to a file, so that the terminal stays readable. */
function logTarget(): 'inherit' | number {
  return process.env['NODE_ENV'] === 'production' ? 'inherit' : openSync(logFile, 'w', 0o600);
}

/** The settings the API reads. */
export function apiEnvironment(
  databaseUrl: string,
  { host, port, origin }: Address,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    HOST: host,
    PORT: String(port),
    // In production it is said, or the API refuses to start: a guess would be wrong behind a proxy.
    ...(process.env['NODE_ENV'] !== 'production' && { PUBLIC_ORIGIN: origin }),
    WEB_ROOT: process.env['WEB_ROOT'] ?? inProject('web', 'dist'),
    KEY_FILE: keyFile,
    NODE_ENV: process.env['NODE_ENV'] ?? 'development',
    NODE_COMPILE_CACHE: inProject('.stamps', 'compiled'),
  };
}

/** Waits until the API says that it is ready to serve. */
export async function untilReady(child: ChildProcess, { host, port }: Address): Promise<void> {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const url = `http://${name.includes(':') ? `[${name}]` : name}:${String(port)}/readyz`;
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Refusal('The API stopped while it started.');
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Refusal('The API did not become ready within a minute.');
}

/** Ends the API in order: it finishes its requests first. */
export async function stopApi(child: ChildProcess | undefined): Promise<void> {
  if (!child?.pid) return;
  await endProcess(child.pid, [
    ['SIGTERM', 10_000],
    ['SIGKILL', 2_000],
  ]);
}
