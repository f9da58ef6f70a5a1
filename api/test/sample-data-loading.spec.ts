import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { loadSampleData } from '@shelter-city/prisma/seed/load';
import { queryOnce, withClient } from '@shelter-city/prisma/tools/query';
import { cloneDatabase } from '@shelter-city/prisma/tools/test-database';

// A load writes a whole programme; the machine may be busy with other specs meanwhile.
jest.setTimeout(60_000);

const today = '2026-11-22';
let folder: string;
beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), 'sample-loading-')); });
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });

const load = (ownerUrl: string, day = today) =>
  loadSampleData({ ownerUrl, keyFile: path.join(folder, 'ring.json'), today: day, log: () => undefined });

/** A fingerprint of each table, without what is sealed or hashed anew in every load. */
async function fingerprint(ownerUrl: string): Promise<Record<string, string>> {
  const tables = await queryOnce<{ name: string; columns: string }>(ownerUrl,
    `select format('%I.%I', table_schema, table_name) as name, string_agg(quote_ident(column_name), ', ' order by column_name) as columns
     from information_schema.columns where table_schema in ('public', 'vault') and table_name <> '_prisma_migrations' and data_type <> 'bytea'
       and column_name not in ('password_hash', 'ring_key_id') group by 1`);
  return withClient(ownerUrl, async (client) => {
    const prints: Record<string, string> = {};
    for (const { name, columns } of tables) {
      const { rows } = await client.query<{ print: string }>(`select md5(coalesce(string_agg(t::text, '' order by t::text), '')) || count(*) as print from (select ${columns} from ${name}) t`);
      prints[name] = rows[0]?.print ?? '';
    }
    return prints;
  });
}

const forcedTables = async (ownerUrl: string): Promise<number> =>
  (await queryOnce<{ n: number }>(ownerUrl, `select count(*)::integer as n from pg_class where relforcerowsecurity`))[0]?.n ?? 0;

test('the same day gives the same rows, and every table is forced under its policies again', async () => {
  const [one, other] = await Promise.all([cloneDatabase(), cloneDatabase()]);
  const forced = await forcedTables(one.ownerUrl);
  await load(one.ownerUrl);
  await load(other.ownerUrl);
  expect(await fingerprint(one.ownerUrl)).toEqual(await fingerprint(other.ownerUrl));
  expect(forced).toBeGreaterThan(20);
  expect(await forcedTables(one.ownerUrl)).toBe(forced);
  await one.drop();
  await other.drop();
});

test('a second load is refused and changes nothing', async () => {
  const database = await cloneDatabase();
  await load(database.ownerUrl);
  const before = await fingerprint(database.ownerUrl);
  await expect(load(database.ownerUrl)).rejects.toThrow('Sample data go into an empty database only');
  expect(await fingerprint(database.ownerUrl)).toEqual(before);
  await database.drop();
});

test('one row of somebody’s own is enough to refuse, and nothing of the sample stays behind', async () => {
  const database = await cloneDatabase();
  await queryOnce(database.ownerUrl, `insert into setting (name, value) values ('theirs', '1')`);
  await expect(load(database.ownerUrl)).rejects.toThrow('public.setting holds rows');
  expect(await queryOnce(database.ownerUrl, 'select id from host_city')).toEqual([]);
  await database.drop();
});

test.each(['2026-12-31', '2027-01-01', '2027-03-31', '2027-07-01', '2028-02-29'])('it can be loaded on %s', async (day) => {
  const database = await cloneDatabase();
  await load(database.ownerUrl, day);
  const rows = await queryOnce(database.ownerUrl, `select persons_so_far as persons from counting.years('2017-12-31') order by year desc limit 1`);
  expect(rows).toEqual([{ persons: 56 }]);
  await database.drop();
});
