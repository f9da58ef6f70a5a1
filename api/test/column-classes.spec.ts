import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { queryOnce } from '@shelter-city/prisma/tools/query';
import { cloneDatabase, type TestDatabase } from '@shelter-city/prisma/tools/test-database';

type Column = { readonly name: string; readonly type: string; readonly said: string | null };

let database: TestDatabase;
let columns: readonly Column[];
beforeAll(async () => {
  database = await cloneDatabase();
  columns = await queryOnce<Column>(
    database.ownerUrl,
    `SELECT format('%I.%I.%I', n.nspname, c.relname, a.attname) AS name, format_type(a.atttypid, NULL) AS type, col_description(c.oid, a.attnum) AS said
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname IN ('public', 'vault', 'audit') AND c.relname <> '_prisma_migrations'
       AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1`,
  );
});
afterAll(async () => {
  await database.drop();
});

test('every column says its class and how long it is kept', () => {
  expect(columns.length).toBeGreaterThan(200);
  expect(
    columns.filter(({ said }) => !/^S[0-4]; kept \S.+/.test(said ?? '')).map(({ name }) => name),
  ).toEqual([]);
});

test('what is a special category, security or a danger to life is sealed, or says why it stands in the clear', () => {
  const grave = columns.filter(({ said }) => /^S[34]/.test(said ?? ''));
  expect(grave.length).toBeGreaterThan(10);
  expect(
    grave
      .filter(({ type, said }) => type !== 'bytea' && !said?.includes('in the clear: '))
      .map(({ name }) => name),
  ).toEqual([]);
});

test('a column without a class is seen', async () => {
  await queryOnce(database.ownerUrl, 'ALTER TABLE place ADD COLUMN said_nothing text');
  const [row] = await queryOnce<{ said: string | null }>(
    database.ownerUrl,
    "SELECT col_description('place'::regclass, attnum) AS said FROM pg_attribute WHERE attrelid = 'place'::regclass AND attname = 'said_nothing'",
  );
  expect(row).toEqual({ said: null });
});
