import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sampleSignIns } from '@shelter-city/prisma/seed/sign-ins';
import { requestRoles } from '@shelter-city/prisma/tools/login-role';
import { changeUrl, queryOnce } from '@shelter-city/prisma/tools/query';
import { cloneDatabase, type TestDatabase } from '@shelter-city/prisma/tools/test-database';
import { allEndpoints, refuseIncompleteRoutes } from '../src/access/complete-routes.ts';
import { isOpen, policy } from '../src/access/policy.ts';
import { refuseSampleAccounts, refuseUnfitDatabase } from '../src/persistence/fit-database.ts';
import { anAccount } from './factories/account.ts';
import { startApp, type TestApp } from './harness/app.ts';
import { ownerPool } from './harness/owner-pool.ts';

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
    expect([...actions].filter(isOpen)).toEqual([
      'session:welcome',
      'session:start',
      'account-link:use',
    ]);
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

  test('when it is older than the program', async () => {
    await queryOnce(database.ownerUrl, 'ALTER FUNCTION counting.years RENAME TO old_years');
    await expect(refuseUnfitDatabase(database.apiUrl)).rejects.toThrow(
      'The database lacks counting.years: it is older than this program. Run: npm run db:migrate',
    );
    await queryOnce(database.ownerUrl, 'ALTER FUNCTION counting.old_years RENAME TO years');
  });

  test('but not as the migrations leave it', async () => {
    await expect(refuseUnfitDatabase(database.apiUrl)).resolves.toBeUndefined();
  });

  /** What somebody did to the database, why it is refused, and what undoes it. */
  const deeds: readonly (readonly [name: string, deed: string, why: RegExp, undo: string])[] = [
    [
      'a table with row-level security that its owner passes by',
      'ALTER TABLE stay NO FORCE ROW LEVEL SECURITY',
      /not enabled and forced on public\.stay\.\n {2}ALTER TABLE public\.stay ENABLE/,
      'ALTER TABLE stay FORCE ROW LEVEL SECURITY',
    ],
    [
      'a table without row-level security',
      'ALTER TABLE vault.data_key DISABLE ROW LEVEL SECURITY',
      /not enabled and forced on vault\.data_key/,
      'ALTER TABLE vault.data_key ENABLE ROW LEVEL SECURITY',
    ],
    [
      'a table that lost its row policies',
      'CREATE TABLE bare (id uuid); ALTER TABLE bare ENABLE ROW LEVEL SECURITY; ALTER TABLE bare FORCE ROW LEVEL SECURITY; GRANT SELECT ON bare TO shelter_city',
      /shelter_city may read public\.bare, and no row policy says which rows\.\n {2}REVOKE ALL/,
      'DROP TABLE bare',
    ],
    [
      'a table that forgot from whom somebody is kept',
      'ALTER POLICY not_withheld ON stay RENAME TO somehow_withheld',
      /public\.stay shows coordinators whoever is kept from them/,
      'ALTER POLICY somehow_withheld ON stay RENAME TO not_withheld',
    ],
    [
      'a row policy for everybody',
      'CREATE POLICY wide ON stay FOR SELECT USING (true)',
      /The row policy wide on (public\.)?stay is for everybody/,
      'DROP POLICY wide ON stay',
    ],
    [
      'a table that the login reads without a role',
      'GRANT SELECT ON defender TO shelter_api',
      /shelter_api may use public\.defender without taking a role\.\n {2}REVOKE ALL/,
      'REVOKE ALL ON defender FROM shelter_api',
    ],
    [
      'a table that everybody may use',
      'GRANT INSERT ON setting TO PUBLIC',
      /PUBLIC may use public\.setting/,
      'REVOKE ALL ON setting FROM PUBLIC',
    ],
    [
      'a view that shows its owner’s rows',
      'CREATE VIEW guests AS SELECT * FROM stay; GRANT SELECT ON guests TO shelter_city',
      /The view public\.guests shows its owner's rows/,
      'DROP VIEW guests',
    ],
    [
      'a function that runs as a superuser',
      'ALTER FUNCTION gate.whose_session OWNER TO postgres',
      /whose_session\(.*\) runs as postgres, who sees past the row policies/,
      'ALTER FUNCTION gate.whose_session OWNER TO shelter_gate',
    ],
    [
      'a function that takes its caller’s own tables for the real ones',
      'ALTER FUNCTION gate.whose_session SET search_path = pg_catalog, public',
      /made for the session for the real one\.\n {2}ALTER FUNCTION .* SET search_path = pg_catalog, gate, pg_temp/,
      'ALTER FUNCTION gate.whose_session SET search_path = pg_catalog, public, pg_temp',
    ],
    [
      'a function that belongs to the login',
      'ALTER FUNCTION app_city_id() OWNER TO shelter_api',
      /app_city_id\(\) belongs to shelter_api, who could rewrite it/,
      'ALTER FUNCTION app_city_id() OWNER TO postgres',
    ],
    [
      'a function whose schemas its caller chooses',
      'ALTER FUNCTION gate.whose_session RESET search_path',
      /in whatever schemas its caller chooses\.\n {2}ALTER FUNCTION .* SET search_path/,
      'ALTER FUNCTION gate.whose_session SET search_path = pg_catalog, public, pg_temp',
    ],
    [
      'a function that everybody may call',
      'GRANT EXECUTE ON FUNCTION counting.years(date) TO PUBLIC',
      /Everybody may call counting\.years\(date\)\.\n {2}REVOKE EXECUTE/,
      'REVOKE EXECUTE ON FUNCTION counting.years(date) FROM PUBLIC',
    ],
    [
      'a function that the login may call and that is not the gate’s',
      'GRANT EXECUTE ON FUNCTION counting.years(date) TO shelter_api',
      /shelter_api may call counting\.years\(date\), which is not the gate's/,
      'REVOKE EXECUTE ON FUNCTION counting.years(date) FROM shelter_api',
    ],
  ];
  test.each(deeds)('for %s, with the SQL that mends it', async (_name, deed, why, undo) => {
    await queryOnce(database.ownerUrl, deed);
    try {
      await expect(refuseUnfitDatabase(database.apiUrl)).rejects.toThrow(why);
    } finally {
      await queryOnce(database.ownerUrl, undo);
    }
    await expect(refuseUnfitDatabase(database.apiUrl)).resolves.toBeUndefined();
  });

  // Roles belong to the whole server, on which other specs work: these are other logins, made for this.
  test.each([
    ['bypasses the row policies', 'BYPASSRLS NOINHERIT', '', /superuser, owns tables or bypasses/],
    ['inherits the rights of roles', 'INHERIT', '', /inherits rights/],
    [
      'may make roles',
      'NOINHERIT CREATEROLE',
      '',
      /may make roles.*\n {2}ALTER ROLE .* NOCREATEROLE/,
    ],
    [
      'may take the backup’s role',
      'NOINHERIT',
      'shelter_backup',
      /may take the role shelter_backup/,
    ],
    ['may read every table', 'NOINHERIT', 'pg_read_all_data', /may take the role pg_read_all_data/],
  ])('for a login that %s', async (_name, attributes, more, why) => {
    const login = `spec_${randomUUID().replaceAll('-', '')}`;
    const roles = [...requestRoles, ...(more === '' ? [] : [more])].join(', ');
    const url = new URL(changeUrl(database.ownerUrl, { user: login, password: login }));
    await queryOnce(
      database.ownerUrl,
      `CREATE ROLE ${login} LOGIN PASSWORD '${login}' ${attributes}; GRANT ${roles} TO ${login} WITH INHERIT FALSE, SET TRUE;
       GRANT CONNECT ON DATABASE ${database.name} TO ${login}; GRANT USAGE ON SCHEMA gate TO ${login}`,
    );
    try {
      await expect(refuseUnfitDatabase(url.href)).rejects.toThrow(why);
    } finally {
      await queryOnce(database.ownerUrl, `DROP OWNED BY ${login}; DROP ROLE ${login}`);
    }
  });

  test('for sample accounts, which production serves only when somebody says so', async () => {
    const owner = ownerPool(database.ownerUrl, { max: 1 });
    await expect(refuseSampleAccounts(database.apiUrl)).resolves.toBeUndefined();
    await anAccount(owner, { email: sampleSignIns[0]?.email });
    await expect(refuseSampleAccounts(database.apiUrl)).rejects.toThrow('SAMPLE_DATA=yes');
    await owner.query('DELETE FROM account');
    await owner.end();
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

  test('refuses a key file that others can read, and settings that would serve in the open', async () => {
    const keyFile = path.join(folder, 'open-keys.json');
    writeFileSync(keyFile, '{}', { mode: 0o644 });
    const open = await started({ PORT: '', KEY_FILE: keyFile });
    expect([open.code, open.complained]).toEqual([
      1,
      `Others can read or change the key file. Run: chmod 600 "${keyFile}"\n`,
    ]);
    const plain = await started({ PORT: '', PUBLIC_ORIGIN: 'http://shelter.example' });
    expect(plain.code).toBe(1);
    expect(plain.complained).toMatch(/^PUBLIC_ORIGIN is not https: /);
    const silent = await started({ PORT: '', NODE_ENV: 'production' });
    expect(silent.code).toBe(1);
    expect(silent.complained).toMatch(/^PUBLIC_ORIGIN is missing: /);
  }, 30_000);
});
