import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { session } from '@shelter-city/contract/session';
import { needsStepUp } from '../src/access/step-up.ts';
import { aPasskey, password } from './factories/account.ts';
import { somebody, withCookie } from './factories/somebody.ts';
import { startApp, type TestApp } from './harness/app.ts';
import type { Asker } from './harness/asker.ts';

const newPassword = 'granite umbrella seventeen otters';
let world: TestApp;
beforeAll(async () => {
  world = await startApp();
});
afterAll(async () => {
  await world.stop();
});
beforeEach(async () => {
  await world.owner.query('TRUNCATE sign_in_delay');
  world.clock.moveOn(300);
});

const change = (asker: Asker, body: { password: string; newPassword: string }) =>
  asker.call(session.changePassword, { body });
const faultsOf = (answer: Awaited<ReturnType<typeof change>>) =>
  [answer.status, answer.problem.errors?.map(({ pointer }) => pointer)];

const audited = async (accountId: string) =>
  (
    await world.owner.query<{ result: string; reason: string | null }>(
      "SELECT result, reason FROM audit.log WHERE object_id = $1 AND action = 'password:change' ORDER BY seq",
      [accountId],
    )
  ).rows;

test('one’s own password is changed with the old one; every other session ends and this one goes on under a new token', async () => {
  const { id, signIn, open } = await somebody(world);
  const elsewhere = await open();
  const here = await open();
  await world.owner.query(
    "UPDATE session SET stepped_up_at = now() - interval '9 minutes' WHERE account_id = $1",
    [id],
  );
  const changed = await change(here.asker, { password, newPassword });
  expect(changed.reply.account.id).toBe(id);
  const renewed = changed.cookies[0]!.value;
  expect(renewed).not.toBe(here.token);
  for (const asker of [elsewhere.asker, here.asker])
    expect((await asker.call(session.show)).status).toBe(401);
  expect((await withCookie(world, renewed).call(session.show)).status).toBe(200);
  // A password alone proves nothing anew.
  const { rows } = await world.owner.query(
    "SELECT stepped_up_at < now() - interval '8 minutes' AS old FROM session WHERE account_id = $1 AND ended_at IS NULL",
    [id],
  );
  expect(rows).toEqual([{ old: true }]);
  expect((await signIn(password)).status).toBe(401);
  expect((await signIn(newPassword)).status).toBe(200);
  expect(await audited(id)).toEqual([{ result: 'DONE', reason: null }]);
});

test('a wrong old password changes nothing, ends nothing, is written down, and makes one wait with the sign-ins', async () => {
  const { id, open, signIn } = await somebody(world);
  const other = await open();
  const { asker } = await open();
  const wrong = { password: 'another password', newPassword };
  expect(faultsOf(await change(asker, wrong))).toEqual([422, ['/password']]);
  expect((await other.asker.call(session.show)).status).toBe(200);
  expect(await audited(id)).toEqual([{ result: 'REFUSED', reason: 'wrong password' }]);
  for (let tries = 0; tries < 3; tries += 1) await change(asker, wrong);
  expect((await change(asker, { password, newPassword })).problem.type).toBe(
    '/problems/sign-in-too-soon',
  );
  expect((await signIn()).problem.type).toBe('/problems/sign-in-too-soon');
  world.clock.moveOn(60);
  expect((await change(asker, { password, newPassword })).status).toBe(200);
});

test('a new password that is short, common, made of one’s own name or the one of before is refused, and counts as no guess', async () => {
  const { open, email } = await somebody(world, { displayName: 'Wilhelmina Oosterhout' });
  const { asker } = await open();
  for (const weak of ['fourteen chars', 'passwordpassword', 'Wilhelmina Oosterhout', email, password])
    expect([weak, ...faultsOf(await change(asker, { password, newPassword: weak }))]).toEqual([
      weak,
      422,
      ['/newPassword'],
    ]);
  expect((await change(asker, { password, newPassword })).status).toBe(200);
});

test('of two changes at once one is done', async () => {
  const { id, open } = await somebody(world);
  const { asker } = await open();
  const wishes = [newPassword, 'lantern orchard ninety walruses'];
  const answers = await Promise.all(
    wishes.map((wish) => change(asker, { password, newPassword: wish })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await audited(id)).filter(({ result }) => result === 'DONE')).toHaveLength(1);
});

test('it takes a fresh proof of who is there, and a password to change', async () => {
  expect(needsStepUp.has('password:change')).toBe(true);
  const { id, open } = await somebody(world);
  const { asker } = await open();
  await world.owner.query(
    "UPDATE session SET stepped_up_at = now() - interval '11 minutes' WHERE account_id = $1",
    [id],
  );
  expect((await change(asker, { password, newPassword })).problem.type).toBe(
    '/problems/step-up-needed',
  );
  const keyHolder = await world.signedInAs('MANAGER');
  await aPasskey(world.owner, keyHolder.accountId);
  await world.owner.query(
    'UPDATE account SET password_hash = NULL, totp_sealed = NULL WHERE id = $1',
    [keyHolder.accountId],
  );
  expect(faultsOf(await change(keyHolder, { password, newPassword }))).toEqual([422, ['/password']]);
});
