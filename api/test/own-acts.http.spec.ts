import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { defenders } from '@shelter-city/contract/defenders';
import { ownActs } from '@shelter-city/contract/own-acts';
import { withholding } from '@shelter-city/contract/withholding';
import { aDefender } from './factories/defender.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let app: TestApp;
let coordinator: SignedIn;
let cleared: SignedIn;
let person: { readonly id: string; readonly code: string; readonly codeName: string };

beforeAll(async () => {
  app = await startApp();
  coordinator = await app.signedInAs('COORDINATOR');
  cleared = await app.signedInAs('COORDINATOR', { riskCleared: true });
  person = await aDefender(app.owner);
});
afterAll(async () => {
  await app.stop();
});

const actsOf = async (who: SignedIn) => (await who.call(ownActs.list)).reply.items;

test('one reads what one did, whose case it was, and nothing of what others did', async () => {
  const params = { code: person.code };
  expect((await coordinator.call(defenders.show, { params })).status).toBe(200);
  expect((await actsOf(coordinator))[0]).toMatchObject({ action: 'defender:read', codeName: person.codeName, result: 'DONE' });
  expect((await actsOf(cleared)).filter(({ codeName }) => codeName === person.codeName)).toEqual([]);
});

test('who is kept from a person reads nothing of that case, their own acts among it', async () => {
  const params = { code: person.code };
  const before = await actsOf(coordinator);
  const kept = await cleared.call(withholding.add, { params, body: { from: { kind: 'ACCOUNT', accountId: coordinator.accountId }, why: 'Knows the family' } });
  expect(kept.status).toBe(200);
  const after = await actsOf(coordinator);
  expect(before.some(({ codeName }) => codeName === person.codeName)).toBe(true);
  expect(after.some(({ action, codeName }) => codeName === person.codeName || action === 'defender:read')).toBe(false);
});

test('older pages follow by a cursor that only a page gives', async () => {
  await app.owner.query(
    `INSERT INTO audit.log (actor_id, actor_role, action, result, fields) SELECT $1, 'shelter_coordinator', 'stay:read', 'DONE', '{}' FROM generate_series(1, 60)`,
    [cleared.accountId],
  );
  const first = (await cleared.call(ownActs.list)).reply;
  expect(first.items).toHaveLength(50);
  const rest = (await cleared.call(ownActs.list, { query: { cursor: first.nextCursor ?? '' } })).reply;
  expect(rest.items.map(({ id }) => Number(id)).every((id) => id < Number(first.items.at(-1)?.id))).toBe(true);
  expect((await cleared.call(ownActs.list, { query: { cursor: 'x' } })).status).toBe(422);
});

test('a manager and an administrator have no such page', async () => {
  for (const role of ['MANAGER', 'ADMIN'] as const) {
    const other = await app.signedInAs(role);
    expect((await other.call(ownActs.list)).status).toBe(403);
  }
});
