import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cities, type CityView } from '@shelter-city/contract/cities';
import { aCity, aCityWithAPlace } from './factories/city.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let city: Awaited<ReturnType<typeof aCity>>;
beforeAll(async () => {
  world = await startApp();
  coordinator = await world.signedInAs('COORDINATOR');
});
beforeEach(async () => {
  city = await aCity(world.owner);
});
afterAll(async () => {
  await world.stop();
});

const facts: CityView['facts'] = {
  languages: ['nl'],
  languagesKnown: true,
  careNearby: true,
  themes: [],
  courses: [],
  screeningDays: 0,
  publicEvents: 'SMALL',
  guestsAYearAtMost: null,
  guestsAtOnceAtMost: null,
  daysBetweenGuests: 0,
};
const update = (
  key: string,
  {
    asker = coordinator,
    version = 1,
    change = {},
  }: { asker?: SignedIn; version?: number; change?: Partial<CityView['facts']> } = {},
) =>
  asker.call(cities.update, {
    params: { slug: city.slug },
    body: { version, facts: { ...facts, ...change } },
    headers: { 'idempotency-key': key },
  });
const versionNow = async () =>
  (await coordinator.call(cities.show, { params: { slug: city.slug } })).reply.version;
const eventsNow = async () =>
  (await world.owner.query('SELECT 1 FROM event WHERE city_id = $1', [city.id])).rowCount;

test('the same key again gets the same answer and has no second effect', async () => {
  const key = randomUUID();
  const first = await update(key);
  const again = await update(key);
  expect(first.status).toBe(200);
  expect(again.reply).toEqual(first.reply);
  expect([await versionNow(), await eventsNow()]).toEqual([2, 1]);
});

test('two at once with one key do the work once and say the same', async () => {
  const key = randomUUID();
  const answers = await Promise.all([update(key), update(key), update(key)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ reply }) => JSON.stringify(reply.version))).size).toBe(1);
  expect([await versionNow(), await eventsNow()]).toEqual([2, 1]);
});

test('a key is for one request: another body, another address and another person are not it', async () => {
  const key = randomUUID();
  await update(key);
  expect((await update(key, { change: { careNearby: false } })).problem).toMatchObject({
    type: '/problems/key-used-for-something-else',
    status: 422,
  });
  city = await aCity(world.owner);
  expect((await update(key)).status).toBe(422);
  expect((await update(key, { asker: await world.signedInAs('COORDINATOR') })).status).toBe(200);
});

test('a refused write keeps nothing: its key serves the corrected request', async () => {
  const key = randomUUID();
  const stale = await update(key, { version: 9 });
  expect(stale.problem).toMatchObject({
    type: '/problems/changed-meanwhile',
    status: 409,
    current: { version: 1, slug: city.slug },
  });
  expect(await eventsNow()).toBe(0);
  expect((await update(key)).status).toBe(200);
});

test('of two who saw the same version one wins, and the other is shown what is there now', async () => {
  const answers = await Promise.all([
    update(randomUUID(), { change: { screeningDays: 1 } }),
    update(randomUUID(), { change: { screeningDays: 2 } }),
  ]);
  const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
  expect([won!.status, lost!.status]).toEqual([200, 409]);
  expect(lost!.problem.current).toMatchObject({
    version: 2,
    facts: { screeningDays: won!.reply.facts.screeningDays },
  });
});

test('a key that is no uuid is refused', async () => {
  expect((await update('again')).status).toBe(422);
});

test('what was revealed is never kept for a repeated request', async () => {
  const { placeId } = await aCityWithAPlace(world.owner);
  await coordinator.call(cities.sealAddress, {
    params: { placeId },
    body: { version: 0, address: 'Canary Street 1' },
  });
  const headers = { 'idempotency-key': randomUUID() };
  for (let time = 0; time < 2; time += 1) {
    expect(
      (
        await coordinator.call(cities.revealAddress, {
          params: { placeId },
          body: { reason: 'the key must be handed over' },
          headers,
        })
      ).reply.address,
    ).toBe('Canary Street 1');
  }
  const { rows } = await world.owner.query(
    "SELECT 1 FROM audit.log WHERE action = 'place:reveal-address' AND object_id = $1",
    [placeId],
  );
  expect(rows).toHaveLength(2);
  expect(
    (
      await world.owner.query('SELECT 1 FROM idempotency_key WHERE key = $1', [
        headers['idempotency-key'],
      ])
    ).rows,
  ).toEqual([]);
});

test('what is kept is sealed, and neither it nor the fingerprint of the request says what was asked', async () => {
  const key = randomUUID();
  const { reply } = await update(key, { change: { courses: ['Canary course'] } });
  const { rows } = await world.owner.query<{ reply: Buffer; request_hash: Buffer }>(
    'SELECT reply, request_hash FROM idempotency_key WHERE key = $1',
    [key],
  );
  expect(rows[0]!.reply.toString('latin1')).not.toContain('Canary');
  expect(rows[0]!.reply.length % 256).toBe(28);
  const asked = JSON.stringify([
    'PATCH',
    '/cities/:slug',
    { slug: city.slug },
    {},
    { version: 1, facts: { ...facts, courses: ['Canary course'] } },
  ]);
  expect(rows[0]!.request_hash.equals(createHash('sha256').update(asked).digest())).toBe(false);
  await world.owner.query(
    'UPDATE idempotency_key k SET reply = (SELECT o.reply FROM idempotency_key o WHERE o.key <> k.key LIMIT 1) WHERE key = $1',
    [key],
  );
  expect((await update(key, { change: { courses: ['Canary course'] } })).status).toBe(500);
  expect(reply.facts.courses).toEqual(['Canary course']);
});
