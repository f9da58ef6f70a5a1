import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defenders, type DefenderView } from '@shelter-city/contract/defenders';
import type { CalendarDate } from '@shelter-city/contract/vocabulary';
import { codeNameCount, codeNameOf } from '@shelter-city/domain/defenders/code-names';
import { aCityWithAPlace, confirmedCapacity } from './factories/city.ts';
import { aCall } from './factories/defender.ts';
import { aContact, anIdentity, aProfile, someDependants } from './factories/profile.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let callId: string;
beforeAll(async () => {
  world = await startApp();
  world.clock.moveTo('2026-03-02T09:00:00Z');
  coordinator = await world.signedInAs('COORDINATOR');
  callId = await aCall(world.owner, { name: 'Spring call' });
});
afterAll(async () => {
  await world.stop();
});

const newcomer = () => ({
  callId,
  profile: aProfile(),
  identity: anIdentity(),
  contact: aContact(),
  dependants: someDependants(),
});
const created = async (): Promise<DefenderView> =>
  (await coordinator.call(defenders.create, { body: newcomer() })).reply;
const show = async (code: string) =>
  (await coordinator.call(defenders.show, { params: { code } })).reply;
const count = async (table: string): Promise<number> =>
  Number(
    (await world.owner.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]?.count,
  );

describe('taking someone in', () => {
  test('gives a code name, the application they answered with and a case lead, and seals who they are', async () => {
    const answer = await coordinator.call(defenders.create, { body: newcomer() });
    const { reply } = answer;
    expect(reply.codeName).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    expect(reply.code).toBe(reply.codeName.toLowerCase().replace(' ', '-'));
    expect(reply).toMatchObject({
      selection: 'RECEIVED',
      selectedOn: null,
      caseLead: { id: coordinator.accountId },
      profile: aProfile(),
      compartments: [
        { compartment: 'IDENTITY', sealed: true, version: 1 },
        { compartment: 'CONTACT', sealed: true, version: 1 },
        { compartment: 'DEPENDANTS', sealed: true, version: 1 },
      ],
      applications: [
        { call: { id: callId, name: 'Spring call' }, status: 'RECEIVED', receivedOn: '2026-03-02' },
      ],
      stays: [],
      risk: { notes: 0, restricted: 0, level: null, reviewBy: null },
      version: 1,
    });
    expect(answer.text).not.toContain('Canary');
  });

  test('leaves nothing readable in the database', async () => {
    await created();
    const { rows } = await world.owner.query<{ sealed: Buffer }>(
      'SELECT sealed FROM sealed_compartment',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('Canary');
    const kept = await world.owner.query<{ reply: string }>(
      "SELECT encode(reply, 'escape') AS reply FROM idempotency_key",
    );
    for (const { reply } of kept.rows) expect(reply).not.toContain('Canary');
  });

  test('answers the same to the same Idempotency-Key, without a second person', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await coordinator.call(defenders.create, { body: newcomer(), headers });
    const before = await count('defender');
    const second = await coordinator.call(defenders.create, { body: newcomer(), headers });
    expect(second.reply).toEqual(first.reply);
    expect(await count('defender')).toBe(before);
    const other = await coordinator.call(defenders.create, {
      body: { ...newcomer(), identity: null },
      headers,
    });
    expect(other.problem.type).toBe('/problems/key-used-for-something-else');
  });

  test('refuses what is not in our lists, each at its field, and writes nothing', async () => {
    const before = await count('defender');
    const profile = aProfile({
      countryOfWork: 'QQ',
      currentCountry: 'ZZ',
      languages: [
        { language: 'en', level: 'B2' },
        { language: 'en', level: 'C1' },
      ],
      latestArrival: '2026-05-01' as CalendarDate,
      wishes: [{ cityId: randomUUID(), kind: 'PREFER' }],
      presences: [
        {
          enteredOn: '2026-02-02' as CalendarDate,
          leftOn: '2026-02-01' as CalendarDate,
          source: 'x',
          basis: 'SHORT_STAY',
        },
      ],
    });
    const answer = await coordinator.call(defenders.create, { body: { ...newcomer(), profile } });
    expect(answer.status).toBe(422);
    expect(answer.problem.errors?.map(({ pointer }) => pointer)).toEqual([
      '/profile/countryOfWork',
      '/profile/currentCountry',
      '/profile/latestArrival',
      '/profile/languages/1/language',
      '/profile/wishes/0/cityId',
      '/profile/presences/0/leftOn',
    ]);
    const noCall = await coordinator.call(defenders.create, {
      body: { ...newcomer(), callId: randomUUID() },
      headers: { 'accept-language': 'nl' },
    });
    expect(noCall.problem.errors).toEqual([
      { pointer: '/callId', detail: 'Deze oproep bestaat niet.' },
    ]);
    expect(await count('defender')).toBe(before);
  });

  test('refuses a key that the contract does not know', async () => {
    const answer = await coordinator.call(defenders.create, {
      body: { ...newcomer(), nationality: 'XK' },
    });
    expect([answer.status, answer.problem.type]).toEqual([400, '/problems/unknown-field']);
  });

  test.each(['CITY_PARTNER', 'MANAGER', 'ADMIN'] as const)('is not for a %s', async (role) => {
    const { cityId } = await aCityWithAPlace(world.owner);
    const asker = await world.signedInAs(role, role === 'CITY_PARTNER' ? { cityId } : {});
    const { code } = await created();
    expect((await asker.call(defenders.create, { body: newcomer() })).status).toBe(403);
    expect((await asker.call(defenders.show, { params: { code } })).status).toBe(403);
    expect((await asker.call(defenders.list)).status).toBe(403);
    expect((await world.anybody.call(defenders.list)).status).toBe(401);
  });
});

describe('one case', () => {
  test('what names nobody is not there: missing, malformed and written otherwise are the same, byte for byte', async () => {
    const { codeName } = await created();
    const answers = await Promise.all(
      ['no-such-bird', '%00', '-', codeName, randomUUID()].map((code) =>
        coordinator.call(defenders.show, { params: { code } }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  test('shows the stays with city and place, and the cities of the wishes', async () => {
    const { id, code, profile } = await created();
    const { cityId, placeId, slug } = await aCityWithAPlace(world.owner);
    const spot = { cityId, placeId };
    const days = { opensOn: '2026-01-01', closesOn: '2027-01-01' };
    await confirmedCapacity(world.owner, {
      ...spot,
      ...days,
      confirmedById: coordinator.accountId,
    });
    const stay = { defenderId: id, ...spot, arrivesOn: '2026-06-01', departsOn: '2026-08-01' };
    await aStay(world.owner, { ...stay, status: 'PROPOSED' });
    await coordinator.call(defenders.update, {
      params: { code },
      body: { version: 1, profile: { ...profile, wishes: [{ cityId, kind: 'AVOID' }] } },
    });
    const now = await show(code);
    expect(now.cities).toMatchObject([{ id: cityId, slug }]);
    expect(now.stays).toMatchObject([
      { status: 'PROPOSED', city: { slug }, span: { from: '2026-06-01', until: '2026-08-01' } },
    ]);
  });
});

describe('the profile', () => {
  test('is replaced as a whole, with its lists, under a new version', async () => {
    const { code } = await created();
    const { cityId } = await aCityWithAPlace(world.owner);
    const profile = aProfile({
      languages: [{ language: 'fr', level: 'C1' }],
      needs: ['STEP_FREE', 'DIET', 'DIET'],
      wishes: [{ cityId, kind: 'PREFER' }],
      presences: [],
      latestArrival: null,
      womenOnlyAllowed: true,
      track: 'JOURNALIST',
    });
    const { reply } = await coordinator.call(defenders.update, {
      params: { code },
      body: { version: 1, profile },
    });
    expect(reply.version).toBe(2);
    expect(reply.profile).toEqual({ ...profile, needs: ['STEP_FREE', 'DIET'] });
    expect(await show(code)).toEqual(reply);
  });

  test('a stale version is answered with how it is now', async () => {
    const { code, profile } = await created();
    const change = { version: 1, profile: { ...profile, householdSize: 2 } };
    await coordinator.call(defenders.update, { params: { code }, body: change });
    const stale = await coordinator.call(defenders.update, {
      params: { code },
      body: { version: 1, profile: { ...profile, householdSize: 3, languages: [] } },
    });
    expect([stale.status, stale.problem.type]).toEqual([409, '/problems/changed-meanwhile']);
    expect(stale.problem.current).toEqual(await show(code));
    expect((await show(code)).profile).toMatchObject({
      householdSize: 2,
      languages: profile.languages,
    });
  });

  test('of two who change it at once, one wins and the other hears so', async () => {
    const { code, profile } = await created();
    const answers = await Promise.all(
      [2, 3, 4].map((householdSize) =>
        coordinator.call(defenders.update, {
          params: { code },
          body: { version: 1, profile: { ...profile, householdSize } },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('a missing person is not there before the profile is looked at', async () => {
    const body = { version: 1, profile: aProfile({ countryOfWork: 'QQ' }) };
    const answer = await coordinator.call(defenders.update, {
      params: { code: 'no-such-bird' },
      body,
    });
    expect(answer.status).toBe(404);
  });
});

test('a character that no text column can hold is the sender’s mistake', async () => {
  const { code, profile } = await created();
  const presences = [{ ...profile.presences[0]!, source: 'a\u0000b' }];
  const change = { version: 1, profile: { ...profile, presences } };
  const answer = await coordinator.call(defenders.update, { params: { code }, body: change });
  expect([answer.status, answer.problem.type]).toEqual([422, '/problems/invalid-request']);
  const reveal = { compartment: 'IDENTITY', reason: 'abc\u0000' };
  expect(
    (await coordinator.call(defenders.reveal, { params: { code }, body: reveal })).status,
  ).toBe(422);
});

describe('the case lead', () => {
  test('is whoever took the case over last', async () => {
    const { code } = await created();
    const colleague = await world.signedInAs('COORDINATOR');
    const { reply } = await colleague.call(defenders.takeOver, {
      params: { code },
      body: { version: 1 },
    });
    expect(reply.caseLead?.id).toBe(colleague.accountId);
    const stale = await coordinator.call(defenders.takeOver, {
      params: { code },
      body: { version: 1 },
    });
    expect(stale.problem.current).toMatchObject({
      version: 2,
      caseLead: { id: colleague.accountId },
    });
  });
});

test('every write leaves an event, who and when, the newest first, and nothing of what was sealed', async () => {
  const { code, profile } = await created();
  await coordinator.call(defenders.update, { params: { code }, body: { version: 1, profile } });
  await coordinator.call(defenders.takeOver, { params: { code }, body: { version: 2 } });
  const answer = await coordinator.call(defenders.history, { params: { code } });
  expect(answer.reply.items.map(({ verb }) => verb)).toEqual([
    'LEAD_TAKEN',
    'PROFILE_CHANGED',
    'SEALED',
    'SEALED',
    'SEALED',
    'RECEIVED',
    'CREATED',
  ]);
  expect(answer.reply.items.every(({ actor }) => actor?.id === coordinator.accountId)).toBe(true);
  expect(answer.text).not.toContain('Canary');
  expect(
    (await coordinator.call(defenders.history, { params: { code: 'no-such-bird' } })).status,
  ).toBe(404);
});

test('a name that is taken is drawn again', async () => {
  // Half of all names are somebody's: of ten draws, one at least meets a taken one (but for once in a thousand runs).
  const half = Array.from({ length: codeNameCount / 2 }, (_, index) => codeNameOf(index * 2));
  const client = await world.owner.connect();
  // Without the triggers, which have nothing to say about so many at once.
  await client.query('SET session_replication_role = replica');
  await client.query(
    "INSERT INTO defender (code_name, country_of_work) SELECT unnest($1::text[]), 'XK' ON CONFLICT DO NOTHING",
    [half],
  );
  await client.query('RESET session_replication_role');
  client.release();
  const names = new Set<string>();
  for (let n = 0; n < 10; n += 1) names.add((await created()).codeName);
  expect(names.size).toBe(10);
  expect(half.some((name) => names.has(name))).toBe(false);
}, 20_000);
