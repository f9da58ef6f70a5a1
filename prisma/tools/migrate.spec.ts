import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { schemaDrift } from './drift.ts';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
import { applyMigrations, pendingMigrations } from './migrate.ts';
import type { MigrationSource } from './migration-source.ts';
import { queryOnce } from './query.ts';

let place = '';
let server: EmbeddedServer;
let source: MigrationSource;
let url = '';
let databases = 0;

const write = async (name: string, sql: string): Promise<void> => {
  await mkdir(path.join(source.migrationsFolder, name), { recursive: true });
  await writeFile(path.join(source.migrationsFolder, name, 'migration.sql'), sql);
};

const model = (fields: string): Promise<void> =>
  writeFile(
    source.schemaFile,
    `datasource db {\n  provider = "postgresql"\n}\nmodel City {\n  id Int @id\n${fields}\n  @@map("city")\n}\n`,
  );

const tables = async (): Promise<readonly string[]> => {
  const rows = await queryOnce<{ readonly tablename: string }>(
    url,
    "select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1",
  );
  return rows.map(({ tablename }) => tablename);
};

beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  server = await startEmbeddedServer({ dataFolder: path.join(place, 'data'), throwAway: true });
});

afterAll(async () => {
  await server.stop();
  await rm(place, { recursive: true, force: true });
});

beforeEach(async () => {
  databases += 1;
  const name = `migrated_${databases}`;
  await queryOnce(server.url('postgres'), `create database ${name}`);
  url = server.url(name);
  source = {
    migrationsFolder: path.join(place, name),
    schemaFile: path.join(place, `${name}.prisma`),
  };
  await model('');
  await write('20260101000000_city', 'create table city (id integer primary key);');
});

it('applies what is missing, once, in order', async () => {
  await write('20260102000000_place', 'create table place (id integer primary key);');
  expect(await pendingMigrations(url, source)).toEqual([
    '20260101000000_city',
    '20260102000000_place',
  ]);
  expect(await applyMigrations(url, source)).toEqual([
    '20260101000000_city',
    '20260102000000_place',
  ]);
  expect(await pendingMigrations(url, source)).toEqual([]);
  expect(await applyMigrations(url, source)).toEqual([]);
  expect(await tables()).toEqual(['city', 'place']);
});

it('takes a semicolon inside a function, a comment and a text for what it is', async () => {
  await write(
    '20260102000000_function',
    "-- one; two\ncreate function says() returns text language plpgsql as $$ begin return 'a;b'; end; $$;",
  );
  await applyMigrations(url, source);
  expect(await queryOnce(url, 'select says()')).toEqual([{ says: 'a;b' }]);
});

it('leaves nothing of a migration that failed, and applies it once it is mended', async () => {
  await write(
    '20260102000000_half',
    'create table half (id integer); create table other (id nonsense);',
  );
  await expect(applyMigrations(url, source)).rejects.toThrow(/nonsense/);
  expect(await tables()).toEqual(['city']);
  await write('20260102000000_half', 'create table half (id integer);');
  expect(await applyMigrations(url, source)).toEqual(['20260102000000_half']);
});

it('refuses to go on over a migration that was edited after it was applied', async () => {
  await applyMigrations(url, source);
  await write('20260101000000_city', 'create table city (id integer primary key, name text);');
  expect(await pendingMigrations(url, source)).toEqual(['20260101000000_city']);
  await expect(applyMigrations(url, source)).rejects.toThrow(/Edited after .*20260101000000_city/);
});

it('says that nothing was made when the migrations make no table', async () => {
  await write('20260101000000_city', 'select 1;');
  await expect(applyMigrations(url, source)).rejects.toThrow(/made no table/);
});

it('finds the drift between the database and the schema', async () => {
  await applyMigrations(url, source);
  expect(await schemaDrift(url, source)).toEqual([]);
  await model('  name String?');
  expect(await schemaDrift(url, source)).toEqual([
    expect.stringMatching(/ADD COLUMN\s+"name" TEXT/),
  ]);
});
