import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { schemaDrift } from '@shelter-city/prisma/tools/drift';
import { queryOnce } from '@shelter-city/prisma/tools/query';
import { cloneDatabase, type TestDatabase } from '@shelter-city/prisma/tools/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(async () => {
  await database.drop();
});

/** What Prisma's schema can't say, and would undo: temporal keys, indexes of our own, generated columns. */
const onlyInSql = [
  'ALTER TABLE "blocked_days" ALTER COLUMN "blocks" DROP DEFAULT;',
  'ALTER TABLE "capacity_period" ALTER COLUMN "confirmed" DROP DEFAULT;',
  'ALTER TABLE "stay" ALTER COLUMN "occupies" DROP DEFAULT,\nALTER COLUMN "occupies_and_rests" DROP DEFAULT;',
  'ALTER TABLE "stay" DROP CONSTRAINT "stay_inside_confirmed_capacity";',
  'DROP INDEX "capacity_closes_on";',
  'DROP INDEX "stay_arrives_on";',
];

test('the migrations make what the Prisma schema says, wherever Prisma can say it', async () => {
  expect([...(await schemaDrift(database.ownerUrl))].toSorted()).toEqual(onlyInSql);
});

test('a change that only one of the two knows is seen', async () => {
  await queryOnce(database.ownerUrl, 'ALTER TABLE place ADD COLUMN only_here text');
  expect(await schemaDrift(database.ownerUrl)).toContain(
    'ALTER TABLE "place" DROP COLUMN "only_here";',
  );
});
