import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountLinks, accounts, type NewAccount } from '@shelter-city/contract/accounts';
import { adminCities } from '@shelter-city/contract/admin-cities';
import { session } from '@shelter-city/contract/session';
import { totpCode } from '@shelter-city/vault/totp';
import { anAccount, aPasskey } from './factories/account.ts';
import { Authenticator } from './factories/authenticator.ts';
import { fresh } from './factories/insert.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';
import { Asker } from './harness/asker.ts';

const origin = 'http://localhost:3000';
const password = 'granite umbrella seventeen otters';
let world: TestApp;
let admin: SignedIn;
let second: SignedIn;
beforeAll(async () => {
  world = await startApp({ settings: { PUBLIC_ORIGIN: origin } });
  admin = await world.signedInAs('ADMIN');
  second = await world.signedInAs('ADMIN');
});
afterAll(async () => {
  await world.stop();
});
beforeEach(async () => {
  await world.owner.query('TRUNCATE sign_in_delay');
  world.clock.moveOn(300);
});

const somebodyNew = (change: Partial<NewAccount> = {}): NewAccount => ({
  email: `new-${String(fresh())}@example.org`,
  displayName: 'Somebody New',
  language: 'en',
  role: 'COORDINATOR',
  cityId: null,
  riskCleared: false,
  ...change,
});
const tokenOf = (address: string) => new URL(address).hash.slice(1);
const invite = async (change: Partial<NewAccount> = {}) => {
  const { reply } = await admin.call(accounts.invite, { body: somebodyNew(change) });
  return { ...reply, token: tokenOf(reply.link.address) };
};
const look = (token: string) => world.anybody.call(accountLinks.look, { body: { token } });
const setPassword = async (token: string, change: object = {}) => {
  const { totpSecret } = (await look(token)).reply;
  const code = totpCode(totpSecret, world.clock.seconds());
  return world.anybody.call(accountLinks.usePassword, {
    body: { token, password, code, ...change },
  });
};
const withCookie = (token: string) => new Asker(world.app, { cookie: `session=${token}` });

describe('an invitation', () => {
  test('gives a link once, of which the database keeps a hash alone; its secret stands behind the #', async () => {
    const { account, link, token } = await invite();
    expect(account).toMatchObject({
      state: 'INVITED',
      role: 'COORDINATOR',
      linkUntil: link.expiresAt,
    });
    expect(new URL(link.address).pathname).toBe('/invite');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const { rows } = await world.owner.query<{ text: string }>(
      "SELECT (SELECT string_agg(l::text, '') FROM account_link l) || (SELECT string_agg(k::text, '') FROM idempotency_key k) AS text",
    );
    expect(rows[0]?.text ?? '').not.toContain(token);
    expect(world.log()).not.toContain(token);
    expect(JSON.stringify((await admin.call(accounts.list)).reply)).not.toContain(token);
  });

  test('lets its holder set a password with an authenticator, and is used up', async () => {
    const { account, token } = await invite();
    expect((await look(token)).reply).toMatchObject({ purpose: 'INVITE', email: account.email });
    const opened = await setPassword(token);
    expect(opened.reply.account.id).toBe(account.id);
    expect(opened.reply.waysIn).toEqual({ password: true, passkeys: 0 });
    const asked = await withCookie(opened.cookies[0]!.value).call(session.show);
    expect(asked.reply.account.email).toBe(account.email);
    for (const again of [
      await look(token),
      await world.anybody.call(accountLinks.passkeyOptions, { body: { token } }),
    ])
      expect([again.status, again.problem.type]).toEqual([410, '/problems/link-over']);
  });

  test('lets its holder make a passkey alone', async () => {
    const { account, token } = await invite();
    const { challenge } = (
      await world.anybody.call(accountLinks.passkeyOptions, { body: { token } })
    ).reply;
    const passkey = new Authenticator().make({ challenge, origin, rpId: 'localhost' });
    const opened = await world.anybody.call(accountLinks.usePasskey, { body: { token, passkey } });
    expect(opened.reply.account.id).toBe(account.id);
    expect(opened.reply.waysIn).toEqual({ password: false, passkeys: 1 });
  });

  test('takes no password that is short or common, and no code that isn’t the authenticator’s', async () => {
    const { account, token } = await invite({ displayName: 'Wilhelmina Oosterhout' });
    const codesOf = async (change: object) =>
      (await setPassword(token, change)).problem.errors?.map(({ pointer }) => pointer);
    expect(await codesOf({ password: 'fourteen chars' })).toEqual(['/password']);
    for (const common of [
      'passwordpassword',
      'qwertyuiopasdfgh',
      '1234567890123456',
      'Wilhelmina Oosterhout',
      account.email,
      'sheltercitymaastricht',
    ])
      expect([common, await codesOf({ password: common })]).toEqual([common, ['/password']]);
    expect(await codesOf({ code: '000000' })).toEqual(['/code']);
    expect((await look(token)).status).toBe(200);
  });

  test('used by twenty at once opens one session', async () => {
    const { account, token } = await invite();
    const { totpSecret } = (await look(token)).reply;
    const body = { token, password, code: totpCode(totpSecret, world.clock.seconds()) };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => world.anybody.call(accountLinks.usePassword, { body })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await world.owner.query('SELECT FROM session WHERE account_id = $1', [
      account.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  test('that is old, replaced, or of a disabled account says the same as one that never was', async () => {
    const old = await invite();
    await world.owner.query(
      "UPDATE account_link SET made_at = now() - interval '73 hours', expires_at = now() - interval '1 hour' WHERE account_id = $1",
      [old.account.id],
    );
    const replaced = await invite();
    const params = { memberId: replaced.account.id };
    const again = (await admin.call(accounts.inviteAgain, { params })).reply;
    const disabled = await invite();
    await admin.call(accounts.disable, {
      params: { memberId: disabled.account.id },
      body: { version: 1 },
    });
    const answers = [];
    for (const token of [old.token, replaced.token, disabled.token, 'A'.repeat(43)]) {
      const { problem } = await look(token);
      const { requestId: _, ...rest } = problem;
      answers.push(JSON.stringify(rest));
    }
    expect(new Set(answers).size).toBe(1);
    expect((await look(tokenOf(again.link.address))).status).toBe(200);
  });

  test('tokens are not guessed at leisure: the network waits', async () => {
    for (let tries = 0; tries < 13; tries += 1) await look('B'.repeat(43));
    expect((await look('B'.repeat(43))).problem.type).toBe('/problems/sign-in-too-soon');
  });

  test('of an address that has an account is refused', async () => {
    const { account } = await invite();
    const twice = await admin.call(accounts.invite, {
      body: somebodyNew({ email: account.email }),
    });
    expect(twice.problem.type).toBe('/problems/email-taken');
  });
});

describe('a change of what somebody may do', () => {
  const duties = { role: 'MANAGER', cityId: null, riskCleared: false } as const;

  test('is written down and ends their sessions, as disabling does', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    const params = { memberId: somebody.accountId };
    const changed = await admin.call(accounts.change, { params, body: { version: 1, ...duties } });
    expect(changed.reply).toMatchObject({ role: 'MANAGER', version: 2 });
    expect((await somebody.call(session.show)).status).toBe(401);
    const { rows } = await world.owner.query(
      "SELECT actor_id, action, object_id FROM audit.log WHERE object_id = $1 AND action = 'account:change'",
      [somebody.accountId],
    );
    expect(rows).toEqual([
      { actor_id: admin.accountId, action: 'account:change', object_id: somebody.accountId },
    ]);
    const another = await world.signedInAs('COORDINATOR');
    const off = await admin.call(accounts.disable, {
      params: { memberId: another.accountId },
      body: { version: 1 },
    });
    expect(off.reply.state).toBe('DISABLED');
    expect((await another.call(session.show)).status).toBe(401);
    const on = await admin.call(accounts.enable, {
      params: { memberId: another.accountId },
      body: { version: 2 },
    });
    expect(on.reply.state).toBe('ACTIVE');
  });

  test('that saw an older version is answered with how it is', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    const params = { memberId: somebody.accountId };
    await admin.call(accounts.change, { params, body: { version: 1, ...duties } });
    const late = await admin.call(accounts.change, { params, body: { version: 1, ...duties } });
    expect(late.problem.current).toMatchObject({ version: 2 });
  });

  test('is never one’s own, not even by psql with one’s own role', async () => {
    const params = { memberId: admin.accountId };
    for (const answer of [
      await admin.call(accounts.change, { params, body: { version: 1, ...duties } }),
      await admin.call(accounts.disable, { params, body: { version: 1 } }),
    ])
      expect(answer.problem.type).toBe('/problems/not-ones-own-account');
    expect((await admin.call(session.show)).status).toBe(200);
  });

  test('leaves an administrator, though two take it from each other at once', async () => {
    const alone = await startApp();
    try {
      const [one, other] = [await alone.signedInAs('ADMIN'), await alone.signedInAs('ADMIN')];
      // Invited and never come: no help.
      await anAccount(alone.owner, { role: 'ADMIN', passwordHash: null, totpSealed: null });
      const answers = await Promise.all([
        one.call(accounts.disable, {
          params: { memberId: other.accountId },
          body: { version: 1 },
        }),
        other.call(accounts.disable, {
          params: { memberId: one.accountId },
          body: { version: 1 },
        }),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const { rows } = await alone.owner.query(
        "SELECT FROM account WHERE role = 'ADMIN' AND disabled_at IS NULL AND password_hash IS NOT NULL",
      );
      expect(rows).toHaveLength(1);
    } finally {
      await alone.stop();
    }
  });
});

describe('ending somebody’s sessions', () => {
  const end = (accountId: string, asker: Asker = admin) =>
    asker.call(accounts.endSessions, {
      params: { memberId: accountId },
      body: { reason: 'a telephone was lost' },
    });

  test('is done at once, with a reason that is written down, and the account stays', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    const bystander = await world.signedInAs('COORDINATOR');
    expect((await end(somebody.accountId)).reply).toEqual({ done: true });
    expect((await somebody.call(session.show)).status).toBe(401);
    expect((await bystander.call(session.show)).status).toBe(200);
    const { items } = (await admin.call(accounts.list)).reply;
    expect(items.find(({ id }) => id === somebody.accountId)?.state).toBe('ACTIVE');
    const { rows } = await world.owner.query(
      "SELECT actor_id, reason FROM audit.log WHERE object_id = $1 AND action = 'account:end-sessions'",
      [somebody.accountId],
    );
    expect(rows).toEqual([{ actor_id: admin.accountId, reason: 'a telephone was lost' }]);
  });

  test('takes a fresh proof, a reason and an administrator, who still sees nobody’s sessions', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    const tired = await world.signedInAs('ADMIN');
    await world.owner.query(
      "UPDATE session SET stepped_up_at = now() - interval '11 minutes' WHERE id = $1",
      [tired.sessionId],
    );
    expect((await end(somebody.accountId, tired)).problem.type).toBe('/problems/step-up-needed');
    const unsaid = await admin.call(accounts.endSessions, {
      params: { memberId: somebody.accountId },
      body: { reason: ' ' },
    });
    expect(unsaid.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/reason']);
    for (const role of ['COORDINATOR', 'MANAGER'] as const)
      expect((await end(somebody.accountId, await world.signedInAs(role))).status).toBe(403);
    expect((await somebody.call(session.show)).status).toBe(200);
    expect((await admin.call(session.list)).reply.items).toHaveLength(1);
  });
});

describe('a recovery', () => {
  const ask = async (accountId: string, asker = admin) =>
    asker.call(accounts.askRecovery, {
      params: { memberId: accountId },
      body: { reason: 'both keys were lost' },
    });

  test('takes two administrators; the link then replaces every old way in and ends every session', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    await aPasskey(world.owner, somebody.accountId);
    const { recovery } = (await ask(somebody.accountId)).reply;
    const params = { recoveryId: recovery!.id };
    expect((await admin.call(accounts.approveRecovery, { params })).problem.type).toBe(
      '/problems/recovery-needs-two',
    );
    const approved = (await second.call(accounts.approveRecovery, { params })).reply;
    const { rows } = await world.owner.query(
      "SELECT expires_at - made_at = interval '1 hour' AS fits FROM account_link WHERE account_id = $1",
      [somebody.accountId],
    );
    expect(rows).toEqual([{ fits: true }]);
    expect((await second.call(accounts.approveRecovery, { params })).problem.type).toBe(
      '/problems/account-not-in-that-state',
    );
    expect((await somebody.call(session.show)).status).toBe(200);
    const opened = await setPassword(tokenOf(approved.link.address));
    expect(opened.reply.waysIn).toEqual({ password: true, passkeys: 0 });
    expect((await somebody.call(session.show)).status).toBe(401);
  });

  test('is not for oneself, and not twice at a time', async () => {
    expect((await ask(admin.accountId)).problem.type).toBe('/problems/not-ones-own-account');
    const somebody = await world.signedInAs('COORDINATOR');
    await ask(somebody.accountId);
    expect((await ask(somebody.accountId, second)).problem.type).toBe(
      '/problems/account-not-in-that-state',
    );
  });

  test('that was refused gives nobody a link', async () => {
    const somebody = await world.signedInAs('COORDINATOR');
    const { recovery } = (await ask(somebody.accountId)).reply;
    const params = { recoveryId: recovery!.id };
    expect((await second.call(accounts.refuseRecovery, { params })).reply.recovery).toBeNull();
    expect((await second.call(accounts.approveRecovery, { params })).status).toBe(409);
    expect((await somebody.call(session.show)).status).toBe(200);
  });

  test('can’t be gone around: a reset without a second yes is refused by the database', async () => {
    const somebody = await anAccount(world.owner);
    const client = await world.owner.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        "SELECT set_config('app.account_id', $1, true), set_config('role', 'shelter_admin', true)",
        [admin.accountId],
      );
      await expect(
        client.query(
          "INSERT INTO account_link (token_hash, account_id, purpose, made_by_id, expires_at) VALUES ('\\x01', $1, 'RESET', $2, now() + interval '1 hour')",
          [somebody, admin.accountId],
        ),
      ).rejects.toThrow(/row-level security/);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  test('can’t be called an invitation either: one is only for who has no way in yet', async () => {
    const invite = async (accountId: string, madeAt = 'now()') => {
      const client = await world.owner.connect();
      try {
        await client.query('BEGIN');
        await client.query(
          "SELECT set_config('app.account_id', $1, true), set_config('role', 'shelter_admin', true)",
          [admin.accountId],
        );
        return await client
          .query(
            `INSERT INTO account_link (token_hash, account_id, purpose, made_by_id, made_at, expires_at) VALUES ('\\x02', $1, 'INVITE', $2, ${madeAt}, ${madeAt} + interval '1 hour')`,
            [accountId, admin.accountId],
          )
          .then(({ rowCount }) => rowCount)
          .catch(String);
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    const somebody = await anAccount(world.owner);
    expect(await invite(somebody)).toMatch(/row-level security/);
    await world.owner.query(
      'UPDATE account SET password_hash = NULL, totp_sealed = NULL WHERE id = $1',
      [somebody],
    );
    expect(await invite(somebody)).toBe(1);
    expect(await invite(somebody, "now() + interval '1 year'")).toMatch(/row-level security/);
  });
});

describe('the cities', () => {
  const city = {
    name: 'Súd-Holwerd',
    region: 'Fryslân',
    joinedYear: 2026,
    status: 'PAUSED',
  } as const;

  test('are added, changed and never twice of one name', async () => {
    const added = (
      await admin.call(adminCities.add, { body: { ...city, latitude: 53.2, longitude: 5.9 } })
    ).reply;
    expect(added).toMatchObject({ slug: 'sud-holwerd', status: 'PAUSED' });
    const twice = await admin.call(adminCities.add, {
      body: { ...city, latitude: 53.2, longitude: 5.9 },
    });
    expect(twice.problem.type).toBe('/problems/city-name-taken');
    const params = { slug: added.slug };
    const changed = await admin.call(adminCities.change, {
      params,
      body: { ...city, status: 'ACTIVE', version: 1 },
    });
    expect(changed.reply).toMatchObject({ status: 'ACTIVE', version: 2 });
    expect(
      (await admin.call(adminCities.change, { params, body: { ...city, version: 1 } })).status,
    ).toBe(409);
    expect((await admin.call(adminCities.list)).reply.items.map(({ slug }) => slug)).toContain(
      'sud-holwerd',
    );
  });
});
