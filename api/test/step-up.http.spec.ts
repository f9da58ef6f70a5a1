import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { defenders } from '@shelter-city/contract/defenders';
import { session } from '@shelter-city/contract/session';
import { needsStepUp } from '../src/access/step-up.ts';
import { password } from './factories/account.ts';
import { aDefender } from './factories/defender.ts';
import { somebody, withCookie } from './factories/somebody.ts';
import { startApp, type TestApp } from './harness/app.ts';
import type { Asker } from './harness/asker.ts';

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

const minutesAgo = (accountId: string, minutes: number) =>
  world.owner.query(
    'UPDATE session SET stepped_up_at = now() - make_interval(mins => $2) WHERE account_id = $1',
    [accountId, minutes],
  );

/** Somebody in a session of now. */
async function signedIn() {
  const account = await somebody(world);
  return { ...account, ...(await account.open()) };
}
const reveal = (asker: Asker, code: string) =>
  asker.call(defenders.reveal, {
    params: { code },
    body: { compartment: 'IDENTITY', reason: 'a reason for the spec' },
  });

test('asks for a proof of who is there before every reveal and export', () => {
  expect([...needsStepUp]).toEqual(
    expect.arrayContaining([
      'defender:reveal',
      'risk-note:reveal',
      'place:reveal-address',
      'report:export',
    ]),
  );
});

test('a sign-in is a proof for ten minutes; then the reveal is refused, nothing is opened and it is written down', async () => {
  const { id, asker } = await signedIn();
  const { code } = await aDefender(world.owner);
  await minutesAgo(id, 9);
  expect((await reveal(asker, code)).problem.type).toBe('/problems/nothing-sealed');
  await minutesAgo(id, 10);
  const refused = await reveal(asker, code);
  expect([refused.status, refused.problem.type]).toEqual([403, '/problems/step-up-needed']);
  // Whatever isn't there is answered no differently.
  expect((await reveal(asker, 'SC-0000-000')).problem.type).toBe('/problems/step-up-needed');
  expect((await asker.call(session.show)).status).toBe(200);
  const { rows } = await world.owner.query(
    'SELECT action, result, reason FROM audit.log WHERE actor_id = $1 ORDER BY seq DESC LIMIT 1',
    [id],
  );
  expect(rows).toEqual([
    { action: 'defender:reveal', result: 'REFUSED', reason: 'not proved of late' },
  ]);
});

test('password and code prove it again; the session goes on under another token', async () => {
  const { id, asker, token, code: codeNow } = await signedIn();
  const { code } = await aDefender(world.owner);
  await minutesAgo(id, 30);
  const proof = await asker.call(session.prove, { body: { password, code: codeNow() } });
  expect(proof.reply.account.id).toBe(id);
  const renewed = proof.cookies[0]!.value;
  expect(renewed).not.toBe(token);
  expect((await asker.call(session.show)).status).toBe(401);
  const { rows } = await world.owner.query('SELECT id FROM session WHERE account_id = $1', [id]);
  expect(rows).toHaveLength(1);
  expect((await reveal(withCookie(world, renewed), code)).problem.type).toBe('/problems/nothing-sealed');
});

test('a wrong proof is refused in the same words whatever was wrong, keeps the session, and makes one wait', async () => {
  const { id, asker, code } = await signedIn();
  await minutesAgo(id, 30);
  const wrongCode = String((Number(code()) + 1) % 1_000_000).padStart(6, '0');
  const prove = (body: { password: string; code: string }) => asker.call(session.prove, { body });
  const answers = [
    await prove({ password: 'another password', code: code() }),
    await prove({ password, code: wrongCode }),
  ];
  const bodies = answers.map(({ problem: { requestId: _, ...rest } }) => JSON.stringify(rest));
  expect(new Set(bodies).size).toBe(1);
  expect(answers.map(({ status, cookies }) => [status, cookies])).toEqual([
    [403, []],
    [403, []],
  ]);
  expect((await asker.call(session.show)).status).toBe(200);
  await prove({ password: 'another password', code: code() });
  await prove({ password: 'another password', code: code() });
  expect((await prove({ password, code: code() })).problem.type).toBe('/problems/sign-in-too-soon');
});

test('a code proves once, even from two who send it at once', async () => {
  const { id, asker, code } = await signedIn();
  await minutesAgo(id, 30);
  const body = { password, code: code() };
  const answers = await Promise.all([
    asker.call(session.prove, { body }),
    asker.call(session.prove, { body }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403]);
});

test('one who is not signed in can’t prove anything', async () => {
  const answer = await world.anybody.call(session.prove, { body: { password, code: '000000' } });
  expect(answer.problem.type).toBe('/problems/not-signed-in');
});
