import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type EmbeddedServer,
  type EmbeddedServerOptions,
  startEmbeddedServer,
} from './embedded-server.ts';
import { isAlive, waitUntilGone } from './processes.ts';
import { queryOnce } from './query.ts';

let place = '';
const started: EmbeddedServer[] = [];

const start = async (options: Partial<EmbeddedServerOptions> = {}): Promise<EmbeddedServer> => {
  const server = await startEmbeddedServer({ dataFolder: path.join(place, 'my data'), ...options });
  started.push(server);
  return server;
};

const numbersIn = async (server: EmbeddedServer): Promise<readonly number[]> => {
  const rows = await queryOnce<{ readonly n: number }>(
    server.url('postgres'),
    'select n from kept',
  );
  return rows.map(({ n }) => n);
};

beforeEach(async () => {
  // mkdtemp's mode is 700: what a clone in a private folder looks like to another user.
  place = await mkdtemp(path.join(tmpdir(), 'a place '));
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
  await rm(place, { recursive: true, force: true });
});

it('serves PostgreSQL 18 from a private folder whose path has a space', async () => {
  const server = await start();
  const [row] = await queryOnce<{ readonly server_version: string }>(
    server.url('postgres'),
    'show server_version',
  );
  expect(row?.server_version).toMatch(/^18\./);
  const { mode } = await stat(path.join(server.dataFolder, 'superuser-password'));
  expect(mode & 0o777).toBe(0o600);
});

it('asks for the password', async () => {
  const server = await start({ throwAway: true });
  const wrong = server.url('postgres').replace(/:[^:@]+@/, ':wrong@');
  await expect(queryOnce(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

it('leaves nothing of throw-away data', async () => {
  const server = await start({ throwAway: true });
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
  expect(await readdir(place)).toEqual([]);
});

it('finds its data again after the server was killed', async () => {
  const first = await start();
  await queryOnce(first.url('postgres'), 'create table kept as select 7 as n');
  process.kill(first.pid, 'SIGKILL');
  await first.lost;
  expect(await numbersIn(await start())).toEqual([7]);
});

it('replaces a server that still runs on the data, or is its guest', async () => {
  const first = await start();
  await queryOnce(first.url('postgres'), 'create table kept as select 7 as n');
  const guest = await start({ ifRunning: 'reuse' });
  expect({ pid: guest.pid, port: guest.port }).toEqual({ pid: first.pid, port: first.port });
  const second = await start();
  expect(isAlive(first.pid)).toBe(false);
  expect(await numbersIn(second)).toEqual([7]);
});

it('makes a whole folder where a killed start left half of one, and keeps the half', async () => {
  await mkdir(path.join(place, 'my data', 'base'), { recursive: true });
  await mkdir(path.join(place, 'my data.new-999999999'));
  await start();
  expect((await readdir(place)).sort()).toEqual(['my data', 'my data.incomplete-1']);
});

it('does not mistake another process that got the old number for its server', async () => {
  const first = await start();
  await first.stop();
  await writeFile(
    path.join(first.dataFolder, 'postmaster.pid'),
    `${process.pid}\n${first.dataFolder}\n0\n1\n`,
  );
  await start();
  expect(isAlive(process.pid)).toBe(true);
});

it('refuses a port that is taken, and says so', async () => {
  const first = await start();
  await expect(start({ dataFolder: path.join(place, 'other'), port: first.port })).rejects.toThrow(
    /Address already in use/,
  );
});

it('ends with the process that started it, even when that one is killed', async () => {
  const code = `
    const { startEmbeddedServer } = await import(${JSON.stringify(path.join(import.meta.dirname, 'embedded-server.ts'))});
    const server = await startEmbeddedServer({ dataFolder: ${JSON.stringify(path.join(place, 'data'))} });
    console.log(server.pid);
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(said.toString());
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  expect(await waitUntilGone(pid, 10_000)).toBe(true);
});

// Only root has to become somebody else.
if (process.getuid?.() === 0) {
  it('runs as another user where the kernel forbids user namespaces', async () => {
    const server = await start({ userNamespace: false });
    try {
      const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
      expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe('0');
    } finally {
      await server.stop();
      await rm(path.dirname(server.dataFolder), { recursive: true, force: true });
    }
  });
}
