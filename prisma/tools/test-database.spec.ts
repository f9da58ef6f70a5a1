import { schemaDrift } from './drift.ts';
import { requestRoles } from './login-role.ts';
import { pendingMigrations } from './migrate.ts';
import { queryOnce } from './query.ts';
import { checkApiRights, checkOwnerRights, checkVersion } from './server-check.ts';
import {
  type TestDatabase,
  type TestServer,
  cloneDatabase,
  startTestServer,
} from './test-database.ts';
import { firstFilledTable } from './emptiness.ts';

let server: TestServer;
let mine: TestDatabase;

beforeAll(async () => {
  server = await startTestServer();
  mine = await cloneDatabase(server.url);
});

afterAll(() => server.stop());

it("clones the project's migrated database", async () => {
  const other = await cloneDatabase(server.url);
  expect(await pendingMigrations(other.ownerUrl)).toEqual([]);
  const [row] = await queryOnce<{ readonly stay: string | null }>(
    other.ownerUrl,
    "select to_regclass('stay') as stay",
  );
  expect(row?.stay).toBe('stay');
});

it('gives each its own, and takes it away even while somebody is connected', async () => {
  const other = await cloneDatabase(server.url);
  await queryOnce(other.ownerUrl, 'create table only_here (id integer)');
  const [row] = await queryOnce<{ readonly there: string | null }>(
    mine.ownerUrl,
    "select to_regclass('only_here') as there",
  );
  expect(row?.there).toBeNull();
  await other.drop();
  await expect(queryOnce(other.ownerUrl, 'select 1')).rejects.toMatchObject({ code: '3D000' });
});

it('is empty to begin with, and knows when it no longer is', async () => {
  const other = await cloneDatabase(server.url);
  expect(await firstFilledTable(other.ownerUrl)).toBeUndefined();
  await queryOnce(other.ownerUrl, 'create table only_here as select 1 as id');
  expect(await firstFilledTable(other.ownerUrl)).toBe('public.only_here');
});

it("lets the API's login in, which finds every migration and has no right of its own", async () => {
  expect(await pendingMigrations(mine.apiUrl)).toEqual([]);
  expect(await checkApiRights(mine.apiUrl)).toEqual([]);
  await expect(queryOnce(mine.apiUrl, 'select * from public.stay')).rejects.toMatchObject({
    code: '42501',
  });
});

it('compares the migrated database with the Prisma schema', async () => {
  expect(Array.isArray(await schemaDrift(mine.ownerUrl))).toBe(true);
});

it('takes this server for new enough', async () => {
  expect(await checkVersion(mine.apiUrl)).toEqual([]);
});

it('names each right that an owner lacks, with SQL that mends it', async () => {
  await queryOnce(server.url, "create role poor_owner login password 'poor'");
  const url = mine.ownerUrl.replace(/\/\/[^@]+@/, '//poor_owner:poor@');
  const lacking = await checkOwnerRights(url);
  expect(lacking.map(({ problem }) => problem)).toEqual([
    expect.stringContaining('may not make roles'),
    expect.stringContaining('may not make schemas and extensions'),
    expect.stringContaining('may not make tables in the schema public'),
    expect.stringContaining('may not administer it'),
  ]);
  for (const { sql = '' } of lacking) await queryOnce(mine.ownerUrl, sql);
  expect(await checkOwnerRights(url)).toEqual([]);
});

it('refuses an API login that could do more than it should', async () => {
  const [shortcoming] = await checkApiRights(mine.ownerUrl);
  expect(shortcoming?.problem).toMatch(/superuser/);
  expect(shortcoming?.sql).toMatch(/ALTER ROLE shelter_api PASSWORD/);
});

it('names each role that an API login may not take, with SQL that mends it', async () => {
  await queryOnce(server.url, "create role bare_api login noinherit password 'bare'");
  const url = mine.ownerUrl.replace(/\/\/[^@]+@/, '//bare_api:bare@');
  const lacking = await checkApiRights(url);
  expect(lacking).toHaveLength(requestRoles.length);
  for (const { sql = '' } of lacking) await queryOnce(mine.ownerUrl, sql);
  expect(await checkApiRights(url)).toEqual([]);
});
