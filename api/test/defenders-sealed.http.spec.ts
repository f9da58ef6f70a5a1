import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { defenders, type DefenderView } from '@shelter-city/contract/defenders';
import { randomUUID } from 'node:crypto';
import { aCityWithAPlace } from './factories/city.ts';
import { aCall } from './factories/defender.ts';
import { aContact, anIdentity, aProfile, someDependants } from './factories/profile.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let callId: string;
let person: DefenderView;
beforeAll(async () => {
  world = await startApp();
  coordinator = await world.signedInAs('COORDINATOR');
  callId = await aCall(world.owner);
});
beforeEach(async () => {
  const body = {
    callId,
    profile: aProfile(),
    identity: anIdentity(),
    contact: aContact(),
    dependants: null,
  };
  person = (await coordinator.call(defenders.create, { body })).reply;
});
afterAll(async () => {
  await world.stop();
});

const reveal = (asker: SignedIn, compartment: string, reason = 'Invitation letter for the visa') =>
  asker.call(defenders.reveal, { params: { code: person.code }, body: { compartment, reason } });
const seal = (version: number, sealed: unknown, headers = {}) =>
  coordinator.call(defenders.seal, {
    params: { code: person.code },
    body: { version, sealed },
    headers,
  });
const auditRows = async () =>
  (
    await world.owner.query<{
      actor_id: string;
      actor_role: string;
      reason: string;
      fields: string[];
    }>(
      "SELECT actor_id, actor_role, reason, fields FROM audit.log WHERE action = 'defender:reveal' AND object_id = $1 AND result = 'DONE' ORDER BY seq",
      [person.id],
    )
  ).rows;

describe('a reveal', () => {
  test('opens one compartment for a minute', async () => {
    const { reply } = await reveal(coordinator, 'IDENTITY');
    expect(reply).toEqual({
      revealed: { compartment: 'IDENTITY', content: anIdentity() },
      version: 1,
      secondsShown: 60,
    });
    expect((await reveal(coordinator, 'CONTACT')).reply.revealed.content).toEqual(aContact());
  });

  test('stands in the audit log with who, why and the names of the fields, without a value', async () => {
    await reveal(coordinator, 'IDENTITY', 'Visa letter');
    const [row, ...more] = await auditRows();
    expect(more).toEqual([]);
    expect(row).toEqual({
      actor_id: coordinator.accountId,
      actor_role: 'shelter_coordinator',
      reason: 'Visa letter',
      fields: Object.keys(anIdentity()),
    });
    const all = await world.owner.query<{ log: string }>('SELECT log::text FROM audit.log');
    for (const { log } of all.rows) expect(log).not.toContain('Canary');
  });

  test('that fails to open leaves no row, and one without a row opens nothing', async () => {
    await world.owner.query(
      "UPDATE sealed_compartment SET version = 7 WHERE defender_id = $1 AND compartment = 'CONTACT'",
      [person.id],
    );
    expect((await reveal(coordinator, 'CONTACT')).status).toBe(500);
    expect(await auditRows()).toEqual([]);
    await world.owner.query('REVOKE EXECUTE ON FUNCTION audit.append FROM shelter_coordinator');
    try {
      const answer = await reveal(coordinator, 'IDENTITY');
      expect(answer.status).toBe(500);
      expect(answer.text).not.toContain('Canary');
    } finally {
      await world.owner.query('GRANT EXECUTE ON FUNCTION audit.append TO shelter_coordinator');
    }
  });

  test('asked twice with one Idempotency-Key is two acts', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const body = { compartment: 'IDENTITY', reason: 'Visa letter' };
    for (let n = 0; n < 2; n += 1) {
      await coordinator.call(defenders.reveal, { params: { code: person.code }, body, headers });
    }
    expect(await auditRows()).toHaveLength(2);
    const kept = await world.owner.query('SELECT 1 FROM idempotency_key WHERE key = $1', [
      headers['idempotency-key'],
    ]);
    expect(kept.rows).toEqual([]);
  });

  test('wants a reason, and something to open', async () => {
    const short = await reveal(coordinator, 'IDENTITY', ' x ');
    expect([short.status, short.problem.errors?.[0]?.pointer]).toEqual([422, '/reason']);
    const nothing = await reveal(coordinator, 'DEPENDANTS');
    expect([nothing.status, nothing.problem.type]).toEqual([404, '/problems/nothing-sealed']);
    expect((await reveal(coordinator, 'RISK')).status).toBe(422);
    expect(await auditRows()).toEqual([]);
  });

  test.each(['CITY_PARTNER', 'MANAGER', 'ADMIN'] as const)('is not for a %s', async (role) => {
    const { cityId } = await aCityWithAPlace(world.owner);
    const asker = await world.signedInAs(role, role === 'CITY_PARTNER' ? { cityId } : {});
    const answer = await reveal(asker, 'IDENTITY');
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('Canary');
  });
});

describe('writing a compartment', () => {
  test('seals what was not there yet, and then over what is', async () => {
    const first = await seal(0, { compartment: 'DEPENDANTS', content: someDependants() });
    expect(first.text).not.toContain('Canary');
    const written = { compartment: 'DEPENDANTS', sealed: true, version: 1 };
    expect(first.reply.compartments).toContainEqual(written);
    const people = [{ ...someDependants().people[0], comesAlong: true }];
    await seal(1, { compartment: 'DEPENDANTS', content: { people } });
    const { reply } = await reveal(coordinator, 'DEPENDANTS');
    expect(reply).toMatchObject({ version: 2, revealed: { content: { people } } });
  });

  test('keeps one data key for a compartment and each part of it that a city may open, another for the next', async () => {
    await seal(1, { compartment: 'IDENTITY', content: { ...anIdentity(), pronoun: 'she' } });
    const { rows } = await world.owner.query<{ compartment: string; data_key_id: string; version: number }>(
      'SELECT compartment, data_key_id, version FROM sealed_compartment WHERE defender_id = $1 ORDER BY compartment::text',
      [person.id],
    );
    expect(rows.map(({ compartment, version }) => [compartment, version])).toEqual([
      ['BIRTH_YEAR', 2],
      ['CONTACT', 1],
      ['CONTACT_CHANNEL', 1],
      ['IDENTITY', 2],
      ['KNOWN_AS', 2],
      ['LEGAL_NAME', 2],
      ['NATIONALITIES', 2],
    ]);
    expect(new Set(rows.map(({ data_key_id: id }) => id)).size).toBe(rows.length);
  });

  test('a stale version is answered with how it is now, sealed', async () => {
    const sealed = {
      compartment: 'IDENTITY',
      content: { ...anIdentity(), knownAs: 'Canary Second' },
    };
    await seal(1, sealed);
    for (const version of [0, 1, 3]) {
      const stale = await seal(version, { compartment: 'IDENTITY', content: anIdentity() });
      expect([stale.status, stale.problem.type]).toEqual([409, '/problems/changed-meanwhile']);
      expect(stale.problem.current).toMatchObject({ code: person.code });
      expect(stale.text).not.toContain('Canary');
    }
    expect((await reveal(coordinator, 'IDENTITY')).reply.revealed.content).toEqual(sealed.content);
  });

  test('of two who write it first at once, one wins', async () => {
    const sealed = { compartment: 'DEPENDANTS', content: someDependants() };
    const answers = await Promise.all([seal(0, sealed), seal(0, sealed), seal(0, sealed)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('an older content put back in the database does not open', async () => {
    const where = "defender_id = $1 AND compartment = 'IDENTITY'";
    const { rows } = await world.owner.query<{ sealed: Buffer }>(
      `SELECT sealed FROM sealed_compartment WHERE ${where}`,
      [person.id],
    );
    await seal(1, {
      compartment: 'IDENTITY',
      content: { ...anIdentity(), knownAs: 'Canary Second' },
    });
    await world.owner.query(`UPDATE sealed_compartment SET sealed = $2 WHERE ${where}`, [
      person.id,
      rows[0]?.sealed,
    ]);
    expect((await reveal(coordinator, 'IDENTITY')).status).toBe(500);
  });

  test('refuses a key that the contract does not know, and says nothing of what was typed', async () => {
    const content = { ...anIdentity(), passport: 'Canary Number' };
    const answer = await seal(1, { compartment: 'IDENTITY', content });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('Canary');
  });
});

test('nothing of it reaches the log', () => {
  expect(world.log()).not.toContain('Canary');
});
