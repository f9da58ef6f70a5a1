import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../../..');

/** The API as a process of its own, from the sources. */
export type ApiProcess = { readonly origin: string; stop(): Promise<void> };

/** Starts the API on a free port and waits until it can serve. */
export async function startApiProcess(settings: {
  readonly databaseUrl: string;
  readonly keyFile: string;
}): Promise<ApiProcess> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const child = spawn(
    process.execPath,
    [
      '--conditions=source',
      '--import',
      path.join(root, 'scripts/source-loader.mjs'),
      path.join(root, 'api/src/main.ts'),
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        DATABASE_URL: settings.databaseUrl,
        KEY_FILE: settings.keyFile,
        PORT: String(port),
        PUBLIC_ORIGIN: origin,
        NODE_ENV: 'test',
      },
    },
  );
  await untilReady(child, origin);
  return { origin, stop: () => stopped(child) };
}

async function untilReady(child: ChildProcess, origin: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error('The API ended while it started');
    const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    await pause(100);
  }
  child.kill('SIGKILL');
  throw new Error('The API did not become ready within a minute');
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const stuck = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(stuck);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as AddressInfo;
        probe.close(() => {
          resolve(port);
        });
      });
  });
}
