import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { session } from '@shelter-city/contract/session';
import { totpCode } from '@shelter-city/vault/totp';
import { anAccountThatSignsIn, password } from './factories/account.ts';
import { startApp, type TestApp } from './harness/app.ts';

let world: TestApp;
beforeAll(async () => {
  // Whoever asks here stands where the one proxy would, and says for whom it asks.
  world = await startApp({ settings: { TRUSTED_PROXIES: '127.0.0.1' } });
});
afterAll(async () => {
  await world.stop();
});
beforeEach(async () => {
  await world.owner.query('TRUNCATE sign_in_delay');
  world.clock.moveOn(300);
});

const from = (network: string) => ({ 'x-forwarded-for': network });
const signIn = async ({ email, secret }: { email: string; secret: string }, network: string, typed = password) => {
  world.clock.moveOn(30);
  const body = { email, password: typed, code: totpCode(secret, world.clock.seconds()) };
  return (await world.anybody.call(session.start, { body, headers: from(network) })).status;
};

test('a success gives the account its free attempts back', async () => {
  const account = await anAccountThatSignsIn(world);
  const rows = async () => (await world.owner.query<{ failures: number }>('SELECT failures FROM sign_in_delay ORDER BY failures')).rows.map(({ failures }) => failures);
  await signIn(account, '198.51.100.7', 'wrong');
  await signIn(account, '198.51.100.7', 'wrong');
  expect(await rows()).toEqual([2, 2]);
  expect(await signIn(account, '198.51.100.7')).toBe(200);
  // The account begins anew; its network keeps its two failures and isn't charged for the success.
  expect(await rows()).toEqual([2]);
});

test('one network that waits keeps no other one waiting', async () => {
  const [account, other] = [await anAccountThatSignsIn(world), await anAccountThatSignsIn(world)];
  await signIn(other, '198.51.100.7', 'wrong');
  await world.owner.query(
    "UPDATE sign_in_delay SET failures = 14, not_before = $1::timestamptz + interval '5 minutes' WHERE bucket IN (SELECT bucket FROM sign_in_delay)",
    [world.clock.now()],
  );
  expect(await signIn(account, '198.51.100.7')).toBe(429);
  expect(await signIn(account, '203.0.113.9')).toBe(200);
});
