import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { queryOnce } from '@shelter-city/prisma/tools/query';
import { cloneDatabase, type TestDatabase } from '@shelter-city/prisma/tools/test-database';
import { allEndpoints, refuseIncompleteRoutes } from '../src/access/complete-routes.ts';
import { isOpen, policy } from '../src/access/policy.ts';
import { refuseUnfitDatabase } from '../src/persistence/fit-database.ts';
import { startApp, type TestApp } from './harness/app.ts';

let database: TestDatabase;
let world: TestApp;
const folder = mkdtempSync(path.join(tmpdir(), 'shelter-city-start-'));
beforeAll(async () => {
  database = await cloneDatabase();
  world = await startApp();
});
afterAll(async () => {
  await world.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

describe('routes', () => {
  test('are as many as the contract has endpoints, each once, each with somebody who may', () => {
    expect(() => {
      refuseIncompleteRoutes(world.app);
    }).not.toThrow();
    const actions = new Set(allEndpoints().map(({ action }) => action));
    expect([...actions].toSorted()).toEqual(Object.keys(policy).toSorted());
    expect([...actions].filter(isOpen)).toEqual(['session:welcome', 'session:start']);
  });
});

describe('a database is refused', () => {
  test('when its login is a superuser, or owns the tables', async () => {
    await expect(refuseUnfitDatabase(database.ownerUrl)).rejects.toThrow(
      /postgres is a superuser, owns tables or bypasses row-level security/,
    );
  });

  test('when it is empty', async () => {
    await queryOnce(database.ownerUrl, 'CREATE DATABASE empty_one');
    await expect(
      refuseUnfitDatabase(database.apiUrl.replace(database.name, 'empty_one')),
    ).rejects.toThrow('npm run db:migrate');
    await queryOnce(database.ownerUrl, 'DROP DATABASE empty_one WITH (FORCE)');
  });

  test('when a table has no row-level security, with the SQL that mends it', async () => {
    await expect(refuseUnfitDatabase(database.apiUrl)).resolves.toBeUndefined();
    await queryOnce(database.ownerUrl, 'ALTER TABLE stay NO FORCE ROW LEVEL SECURITY');
    await expect(refuseUnfitDatabase(database.apiUrl)).rejects.toThrow(
      /not enabled and forced on public\.stay\.\n {2}ALTER TABLE public\.stay ENABLE/,
    );
    await queryOnce(database.ownerUrl, 'ALTER TABLE stay FORCE ROW LEVEL SECURITY');
  });
});

describe('the process', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  /** Starts `main.ts`, asks it to stop once it serves, and answers what it said and how it ended. */
  async function started(settings: Readonly<Record<string, string>>) {
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
        env: {
          DATABASE_URL: database.apiUrl,
          KEY_FILE: path.join(folder, 'keys.json'),
          NODE_ENV: 'test',
          ...settings,
        },
      },
    );
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
    });
    let complained = '';
    child.stderr.on('data', (data: Buffer) => {
      complained += data.toString();
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const port = settings['PORT'] ?? '';
    const serves = async () => {
      while (child.exitCode === null) {
        const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
          signal: AbortSignal.timeout(1_000),
        }).catch(() => undefined);
        if (answer?.ok) return void child.kill('SIGTERM');
        await new Promise((resolve) => {
          setTimeout(resolve, 100);
        });
      }
    };
    if (port !== '') await Promise.race([serves(), ended]);
    return { code: await ended, said, complained };
  }

  test('ends in order when asked to, having logged nothing but what it answered', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => probe.once('listening', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const { code, said, complained } = await started({ PORT: String(port) });
    expect([code, complained]).toEqual([0, '']);
    expect(
      new Set(
        said
          .trim()
          .split('\n')
          .map((line) => (JSON.parse(line) as { route: string }).route),
      ),
    ).toEqual(new Set(['/readyz']));
  }, 30_000);

  test('says in one line that its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { code, complained } = await started({
      PORT: String((taken.address() as AddressInfo).port),
      HOST: '127.0.0.1',
    });
    taken.close();
    expect([code, complained]).toEqual([
      1,
      'The port is taken by another program. Choose another with PORT.\n',
    ]);
  }, 30_000);

  test('says which setting is wrong, and that no database answers, without the settings’ values', async () => {
    const wrong = await started({ PORT: '', POOL_SIZE: 'canary' });
    expect(wrong.code).toBe(1);
    expect(wrong.complained).toContain('POOL_SIZE');
    expect(wrong.complained).not.toContain('canary');
    const gone = await started({
      PORT: '',
      DATABASE_URL: 'postgresql://shelter_api:canary@127.0.0.1:1/none',
    });
    expect([gone.code, gone.complained]).toEqual([1, 'No database answers at DATABASE_URL.\n']);
  }, 30_000);
});
