import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { passkeys } from '@shelter-city/contract/passkeys';
import { session } from '@shelter-city/contract/session';
import { Authenticator } from './factories/authenticator.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';
import { Asker } from './harness/asker.ts';

const origin = 'http://localhost:3000';
let world: TestApp;
beforeAll(async () => {
  world = await startApp({ settings: { PUBLIC_ORIGIN: origin } });
});
afterAll(async () => {
  await world.stop();
});
beforeEach(async () => {
  await world.owner.query('TRUNCATE sign_in_delay');
});

const here = (challenge: string) => ({ challenge, origin, rpId: 'localhost' });
const withCookie = (token: string) => new Asker(world.app, { cookie: `session=${token}` });

async function register(somebody: SignedIn, device: Authenticator, name = 'A key') {
  const { challenge } = (await somebody.call(passkeys.addOptions)).reply;
  return somebody.call(passkeys.add, { body: device.make(here(challenge), name) });
}
const challengeToStart = async () =>
  (await world.anybody.call(passkeys.startOptions)).reply.challenge;
const start = (body: ReturnType<Authenticator['use']>) =>
  world.anybody.call(passkeys.start, { body });

describe('a passkey', () => {
  test('is registered under a name and then signs in, without address or password', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    const device = new Authenticator();
    const options = (await somebody.call(passkeys.addOptions)).reply;
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(Buffer.from(options.user.id, 'base64url').toString('hex')).toBe(
      somebody.accountId.replaceAll('-', ''),
    );
    const added = await register(somebody, device, 'The laptop');
    expect(added.reply.items).toEqual([
      expect.objectContaining({ name: 'The laptop', lastUsedAt: null }),
    ]);
    const opened = await start(device.use(here(await challengeToStart())));
    expect(opened.reply.account.id).toBe(somebody.accountId);
    expect(opened.reply.waysIn).toEqual({ password: true, passkeys: 1 });
    const me = withCookie(opened.cookies[0]!.value);
    expect((await me.call(passkeys.list)).reply.items[0]!.lastUsedAt).not.toBeNull();
  });

  test('is not registered by an unverified person, for another origin, or for somebody else', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    const another = await world.signedInAs('COORDINATOR');
    const challenge = async (asker = somebody) =>
      (await asker.call(passkeys.addOptions)).reply.challenge;
    const device = new Authenticator();
    const tries = [
      device.make(here(await challenge()), 'x', { unverified: true }),
      device.make({ ...here(await challenge()), origin: 'https://shelter-city.example' }),
      device.make({ ...here(await challenge()), rpId: 'example.org' }),
      device.make(here(await challenge(another))),
      device.make(here(await challengeToStart())),
      device.make(here('bm8gY2hhbGxlbmdlIG9mIG91cnM')),
    ];
    for (const body of tries)
      expect((await somebody.call(passkeys.add, { body })).problem.type).toBe(
        '/problems/passkey-refused',
      );
    expect((await somebody.call(passkeys.list)).reply.items).toEqual([]);
  });

  test('signs in only with the person verified, a fresh challenge, and its own signature', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    const device = new Authenticator();
    await register(somebody, device);
    const good = device.use(here(await challengeToStart()));
    const forged = new Authenticator().use(here(await challengeToStart()));
    const tries = [
      device.use(here(await challengeToStart()), { unverified: true }),
      device.use({ ...here(await challengeToStart()), origin: 'https://shelter-city.example' }),
      device.use(here((await somebody.call(passkeys.proofOptions)).reply.challenge)),
      { ...forged, credentialId: good.credentialId },
      device.use(here(await challengeToStart()), { userHandle: 'bm90IHRoZWlycw' }),
      new Authenticator().use(here(await challengeToStart())),
    ];
    const bodies = new Set<string>();
    for (const body of tries) {
      const { status, problem, cookies } = await start(body);
      const { requestId: _, ...rest } = problem;
      bodies.add(JSON.stringify(rest));
      expect([status, cookies]).toEqual([403, []]);
    }
    expect(bodies.size).toBe(1);
    world.clock.moveOn(400);
    expect((await start(good)).status).toBe(403);
  });

  test('of which a copy is about refuses both: a counter that went back opens nothing', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    const device = new Authenticator();
    await register(somebody, device);
    expect((await start(device.use(here(await challengeToStart()), { counter: 9 }))).status).toBe(
      200,
    );
    expect((await start(device.use(here(await challengeToStart()), { counter: 9 }))).status).toBe(
      403,
    );
  });

  test('used by twenty racers with one answer opens one session', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    const device = new Authenticator();
    await register(somebody, device);
    const body = device.use(here(await challengeToStart()));
    const answers = await Promise.all(Array.from({ length: 20 }, () => start(body)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await world.owner.query(
      "SELECT FROM session WHERE account_id = $1 AND device <> 'spec'",
      [somebody.accountId],
    );
    expect(rows).toHaveLength(1);
  });

  test('of a disabled account opens nothing', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    const device = new Authenticator();
    await register(somebody, device);
    await world.owner.query('UPDATE account SET disabled_at = now() WHERE id = $1', [
      somebody.accountId,
    ]);
    expect((await start(device.use(here(await challengeToStart())))).status).toBe(403);
  });

  test('proves it again, for its own session only', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    const another = await world.signedInAs('COORDINATOR');
    const device = new Authenticator();
    await register(somebody, device);
    const prove = async (asker: SignedIn, challenger = asker) =>
      asker.call(passkeys.prove, {
        body: device.use(here((await challenger.call(passkeys.proofOptions)).reply.challenge)),
      });
    expect((await prove(another)).status).toBe(403);
    expect((await prove(another, somebody)).status).toBe(403);
    await world.owner.query(
      "UPDATE session SET stepped_up_at = now() - interval '1 hour' WHERE id = $1",
      [somebody.sessionId],
    );
    expect((await somebody.call(passkeys.addOptions)).problem.type).toBe(
      '/problems/step-up-needed',
    );
    const proved = await prove(somebody);
    expect(proved.status).toBe(200);
    const me = withCookie(proved.cookies[0]!.value);
    expect((await me.call(passkeys.addOptions)).status).toBe(200);
    expect((await somebody.call(session.show)).status).toBe(401);
  });
});

describe('the own passkeys', () => {
  test('are renamed and removed, and nobody else’s are there', async () => {
    const somebody = await world.signedInAs('MANAGER');
    const another = await world.signedInAs('MANAGER');
    await register(somebody, new Authenticator(), 'First');
    const { items } = (await register(somebody, new Authenticator(), 'Second')).reply;
    const [first, second] = items;
    const params = { passkeyId: first!.id };
    expect((await another.call(passkeys.rename, { params, body: { name: 'Mine' } })).status).toBe(
      404,
    );
    expect((await another.call(passkeys.remove, { params })).status).toBe(404);
    expect((await another.call(passkeys.list)).reply.items).toEqual([]);
    await somebody.call(passkeys.rename, { params, body: { name: 'The phone' } });
    expect(
      (await somebody.call(passkeys.remove, { params: { passkeyId: second!.id } })).status,
    ).toBe(200);
    expect((await somebody.call(passkeys.list)).reply.items.map(({ name }) => name)).toEqual([
      'The phone',
    ]);
  });

  test('never lose the last way in, even when two are removed at once', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    await register(somebody, new Authenticator());
    const { items } = (await register(somebody, new Authenticator())).reply;
    await world.owner.query(
      'UPDATE account SET password_hash = NULL, totp_sealed = NULL WHERE id = $1',
      [somebody.accountId],
    );
    const answers = await Promise.all(
      items.map(({ id }) => somebody.call(passkeys.remove, { params: { passkeyId: id } })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.problem.type).toBe(
      '/problems/last-way-in',
    );
    expect((await somebody.call(session.show)).reply.waysIn).toEqual({
      password: false,
      passkeys: 1,
    });
  });

  test('are not read with their keys by the roles that people have', async () => {
    const { rows } = await world.owner.query(
      "SELECT r.rolname FROM pg_roles r WHERE r.rolname LIKE 'shelter%' AND r.rolname NOT IN ('shelter_gate', 'shelter_backup') AND (has_column_privilege(r.rolname, 'passkey', 'public_key', 'SELECT') OR has_column_privilege(r.rolname, 'passkey', 'credential_id', 'SELECT'))",
    );
    expect(rows).toEqual([]);
  });
});
