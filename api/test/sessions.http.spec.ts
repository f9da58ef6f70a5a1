import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { session } from '@shelter-city/contract/session';
import { sampleSignIns } from '@shelter-city/prisma/seed/sign-ins';
import { totpCode } from '@shelter-city/vault/totp';
import { anAccount, anAccountThatSignsIn, password } from './factories/account.ts';
import { aCity } from './factories/city.ts';
import { insert } from './factories/insert.ts';
import { startApp, type TestApp } from './harness/app.ts';
import { Asker } from './harness/asker.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startApp();
});
afterAll(async () => {
  await world.stop();
});
beforeEach(async () => {
  await world.owner.query('TRUNCATE sign_in_delay');
  // Each test begins in a time step of its own, so that no code was used before.
  world.clock.moveOn(300);
});

type Account = { readonly email: string; readonly secret: string };
const codeOf = ({ secret }: Account) => totpCode(secret, world.clock.seconds());
const signIn = (account: Account, change: object = {}, headers: Record<string, string> = {}) =>
  world.anybody.call(session.start, {
    body: { email: account.email, password, code: codeOf(account), ...change },
    headers,
  });
const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const withCookie = (token: string | undefined) =>
  new Asker(world.app, { cookie: `session=${token ?? ''}` });

describe('signing in', () => {
  test('with password and code opens a session whose token is nowhere in the database', async () => {
    const account = await anAccountThatSignsIn(world, {
      displayName: 'Account of this spec',
      riskCleared: true,
    });
    const answer = await signIn(
      account,
      {},
      { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
    );
    expect(answer.reply.account).toMatchObject({
      id: account.id,
      email: account.email,
      role: 'COORDINATOR',
      riskCleared: true,
      city: null,
      language: 'en',
    });
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({
      name: 'session',
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
    });
    expect(Buffer.from(cookie!.value, 'base64url')).toHaveLength(32);
    const { rows } = await world.owner.query(
      'SELECT token_hash, device FROM session WHERE account_id = $1',
      [account.id],
    );
    expect(rows).toEqual([
      {
        token_hash: createHash('sha256').update(cookie!.value).digest(),
        device: 'Firefox, Linux',
      },
    ]);
    expect((await withCookie(cookie!.value).call(session.show)).reply.account.displayName).toBe(
      'Account of this spec',
    );
  });

  test('says the same for an unknown account, a wrong password, a wrong code and a disabled account', async () => {
    const account = await anAccountThatSignsIn(world);
    const disabled = await anAccountThatSignsIn(world, {
      disabledAt: new Date('2026-01-01T00:00:00Z'),
    });
    const answers = [
      await signIn(account, { email: 'nobody@example.org' }),
      await signIn(account, { password: 'another password' }),
      await signIn(account, { code: wrongCode(codeOf(account)) }),
      await signIn(disabled),
    ];
    const bodies = answers.map(({ problem: { requestId: _, ...rest } }) => JSON.stringify(rest));
    expect(new Set(bodies).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(answers.flatMap(({ cookies }) => cookies)).toEqual([]);
  });

  test('takes a code once, even from two who send it at once', async () => {
    const account = await anAccountThatSignsIn(world);
    const answers = await Promise.all([signIn(account), signIn(account)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    expect((await signIn(account)).status).toBe(401);
    world.clock.moveOn(30);
    expect((await signIn(account)).status).toBe(200);
  });

  test('gives one session to twenty who send one code at once', async () => {
    const account = await anAccountThatSignsIn(world);
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(account)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => ![200, 401, 429, 503].includes(status))).toEqual([]);
    const { rows } = await world.owner.query('SELECT count(*)::integer AS count FROM session WHERE account_id = $1', [account.id]);
    expect(rows).toEqual([{ count: 1 }]);
  });

  test('opens a session for ten hours at most', async () => {
    const account = await anAccountThatSignsIn(world);
    await signIn(account);
    const { rows } = await world.owner.query('SELECT extract(epoch FROM expires_at - created_at)::integer AS seconds FROM session WHERE account_id = $1', [account.id]);
    expect(rows).toEqual([{ seconds: 36_000 }]);
  });

  test('ends the session that the browser had before', async () => {
    const account = await anAccountThatSignsIn(world);
    const first = (await signIn(account)).cookies[0]!.value;
    world.clock.moveOn(30);
    await signIn(account, {}, { cookie: `session=${first}` });
    expect((await withCookie(first).call(session.show)).status).toBe(401);
  });

  test('is written down, done or refused, with the account and without what was typed', async () => {
    const account = await anAccountThatSignsIn(world);
    await signIn(account, { password: 'canary-password' });
    await signIn(account, { email: 'canary-address@example.org' });
    await signIn(account);
    const { rows } = await world.owner.query(
      "SELECT actor_role, object_id, result, reason FROM audit.log WHERE action = 'session:start' ORDER BY seq DESC LIMIT 3",
    );
    expect(rows).toEqual([
      { actor_role: 'shelter_gate', object_id: account.id, result: 'DONE', reason: null },
      { actor_role: 'shelter_gate', object_id: null, result: 'REFUSED', reason: 'unknown account' },
      {
        actor_role: 'shelter_gate',
        object_id: account.id,
        result: 'REFUSED',
        reason: 'wrong password',
      },
    ]);
    const kept = JSON.stringify(
      (
        await world.owner.query(
          'SELECT to_jsonb(l) FROM audit.log l UNION ALL SELECT to_jsonb(d) FROM sign_in_delay d',
        )
      ).rows,
    );
    for (const canary of ['canary', account.email, password]) {
      expect(world.log()).not.toContain(canary);
      expect(kept).not.toContain(canary);
    }
  });
});

describe('the growing delay', () => {
  test('begins after three failures of one account, known or not, doubles, and ends with a success', async () => {
    const account = await anAccountThatSignsIn(world);
    for (const known of [true, false]) {
      const change = known ? { password: 'wrong' } : { email: 'nobody@example.org' };
      const statuses: number[] = [];
      for (let attempt = 1; attempt <= 5; attempt += 1)
        statuses.push((await signIn(account, change)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 429]);
    }
    const early = await signIn(account);
    expect(early.status).toBe(429);
    expect(early.headers['retry-after']).toBe('1');
    world.clock.moveOn(1);
    expect((await signIn(account)).status).toBe(200);
    world.clock.moveOn(30);
    expect((await signIn(account, { password: 'wrong' })).status).toBe(401);
  });

  test('holds against attempts that come all at once', async () => {
    const account = await anAccountThatSignsIn(world);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn(account, { password: 'wrong' })),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(8);
  });

  test('counts a network over all accounts', async () => {
    const statuses: number[] = [];
    for (let attempt = 1; attempt <= 14; attempt += 1) {
      statuses.push(
        (
          await world.anybody.call(session.start, {
            body: { email: `nobody-${String(attempt)}@example.org`, password, code: '000000' },
          })
        ).status,
      );
    }
    expect(statuses).toEqual([...Array(13).fill(401), 429]);
  });
});

describe('one’s own sessions', () => {
  test('are listed, ended from afar, and nobody else’s', async () => {
    const account = await anAccountThatSignsIn(world);
    const first = withCookie((await signIn(account)).cookies[0]!.value);
    world.clock.moveOn(30);
    const second = withCookie((await signIn(account)).cookies[0]!.value);
    const { items } = (await second.call(session.list)).reply;
    expect(items.map(({ current }) => current)).toEqual([true, false]);
    const other = items[1]!.id;
    const stranger = await world.signedInAs('ADMIN');
    expect((await stranger.call(session.endOther, { params: { sessionId: other } })).status).toBe(
      404,
    );
    expect((await stranger.call(session.list)).reply.items).toHaveLength(1);
    expect((await second.call(session.endOther, { params: { sessionId: other } })).reply).toEqual({
      done: true,
    });
    expect((await first.call(session.show)).status).toBe(401);
    const out = await second.call(session.end);
    expect(out.cookies[0]).toMatchObject({ name: 'session', value: '' });
    expect((await second.call(session.show)).status).toBe(401);
  });

  test('are over after fifteen minutes of silence, after ten hours, and at once when the account is disabled', async () => {
    const idle = await world.signedInAs('COORDINATOR');
    await world.owner.query(
      "UPDATE session SET last_seen_at = now() - interval '16 minutes' WHERE id = $1",
      [idle.sessionId],
    );
    const old = await world.signedInAs('MANAGER');
    await world.owner.query('UPDATE session SET expires_at = now() WHERE id = $1', [old.sessionId]);
    const disabled = await world.signedInAs('ADMIN');
    await world.owner.query('UPDATE account SET disabled_at = now() WHERE id = $1', [
      disabled.accountId,
    ]);
    for (const asker of [idle, old, disabled])
      expect((await asker.call(session.show)).status).toBe(401);
  });

  test('end when the account’s role changes: nobody goes on as what they were', async () => {
    const { id: cityId, slug, name } = await aCity(world.owner);
    const partner = await world.signedInAs('CITY_PARTNER', { cityId });
    expect((await partner.call(session.show)).reply.account.city).toEqual({
      id: cityId,
      slug,
      name,
    });
    await world.owner.query("UPDATE account SET role = 'MANAGER', city_id = NULL WHERE id = $1", [
      partner.accountId,
    ]);
    expect((await partner.call(session.show)).status).toBe(401);
  });

  test('keep preferences, each role its own', async () => {
    const { id: cityId } = await aCity(world.owner);
    for (const role of ['COORDINATOR', 'CITY_PARTNER', 'MANAGER', 'ADMIN'] as const) {
      const asker = await world.signedInAs(role, role === 'CITY_PARTNER' ? { cityId } : {});
      await asker.call(session.prefer, { body: { language: 'fr', shortcuts: false } });
      expect(
        (await asker.call(session.prefer, { body: { theme: 'dark' } })).reply.account,
      ).toMatchObject({ language: 'fr', theme: 'dark', shortcuts: false });
    }
  });
});

describe('the sign-in page', () => {
  test('shows no sign-in where the data is real', async () => {
    expect((await world.anybody.call(session.welcome)).reply).toEqual({
      sampleData: false,
      signIns: [],
    });
  });

  test('shows the sample sign-ins that exist where the data is sample data, with a code that works', async () => {
    const [sample] = sampleSignIns;
    await insert(world.owner, 'setting', { name: 'sample_data', value: 'true' }).catch(
      () => undefined,
    );
    await anAccount(world.owner, { email: sample!.email });
    const { sampleData, signIns } = (await world.anybody.call(session.welcome)).reply;
    expect(sampleData).toBe(true);
    expect(signIns.map(({ email }) => email)).toEqual([sample!.email]);
    expect(signIns[0]!.code).toBe(totpCode(sample!.totpSecret, world.clock.seconds()));
    await world.owner.query('DELETE FROM setting');
  });
});
