import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { defenders } from '@shelter-city/contract/defenders';
import { erasure } from '@shelter-city/contract/erasure';
import { retention } from '@shelter-city/contract/retention';
import { riskNotes } from '@shelter-city/contract/risk-notes';
import { withholding } from '@shelter-city/contract/withholding';
import { backUp, filesOfBackup } from '@shelter-city/prisma/keeping/backup';
import { checkRestored } from '@shelter-city/prisma/keeping/backup-check';
import { restore } from '@shelter-city/prisma/keeping/restore';
import { startEmbeddedServer } from '@shelter-city/prisma/tools/embedded-server';
import { keyRingOfFile } from '@shelter-city/vault/key-ring';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TimedWork } from '../src/jobs/timed-work.ts';
import { aCity, aCityWithAPlace, confirmedCapacity } from './factories/city.ts';
import { aCall } from './factories/defender.ts';
import { insert } from './factories/insert.ts';
import { aContact, anIdentity, aProfile, someDependants } from './factories/profile.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let cleared: SignedIn;
let admin: SignedIn;
let host: Awaited<ReturnType<typeof aCityWithAPlace>>;
let callId: string;
beforeAll(async () => {
  world = await startApp();
  coordinator = await world.signedInAs('COORDINATOR');
  cleared = await world.signedInAs('COORDINATOR', { riskCleared: true });
  admin = await world.signedInAs('ADMIN');
  callId = await aCall(world.owner);
});
beforeEach(async () => {
  host = await aCityWithAPlace(world.owner);
  const partner = await world.signedInAs('CITY_PARTNER', { cityId: host.cityId });
  await confirmedCapacity(world.owner, {
    cityId: host.cityId,
    placeId: host.placeId,
    opensOn: '2022-01-01',
    closesOn: '2027-06-01',
    confirmedById: partner.accountId,
  });
});
afterAll(async () => {
  await world.stop();
});

/** Somebody with everything that can be known of a person. */
async function aPerson() {
  const person = (
    await cleared.call(defenders.create, {
      body: {
        callId,
        profile: aProfile(),
        identity: anIdentity(),
        contact: aContact(),
        dependants: someDependants(),
      },
    })
  ).reply;
  const params = { code: person.code };
  for (const restricted of [false, true]) {
    const note = await cleared.call(riskNotes.add, {
      params,
      body: {
        scope: 'PERSON',
        level: 'HIGH',
        degree: 'DIRECT_RISK',
        reviewBy: '2027-01-01',
        restricted,
        content: { text: 'Canary note', threatActorKind: '', knownReachAbroad: '', measures: '' },
        instructionForCity: 'Canary line',
        citiesToAvoid: [(await aCity(world.owner)).id],
        notNear: [],
      },
    });
    expect(note.status).toBe(200);
  }
  const { id: cityId } = await aCity(world.owner);
  const added = await cleared.call(withholding.add, {
    params,
    body: { from: { kind: 'CITY', cityId }, why: 'Canary why' },
  });
  expect(added.status).toBe(200);
  return { ...person, params };
}
const aStayOf = (
  defenderId: string,
  status: 'CLOSED' | 'DRAFT' | 'IN_STAY' | 'DEPARTED',
  from: string,
  until: string,
) =>
  aStay(world.owner, {
    defenderId,
    placeId: host.placeId,
    cityId: host.cityId,
    status,
    arrivesOn: from,
    departsOn: until,
    actualArrivesOn: from,
    ...(status === 'IN_STAY' ? {} : { actualDepartsOn: until }),
    whyThisCity: 'Canary why this city',
  });
/** Tables that still hold a row of the person. */
const left = async (defenderId: string) => {
  const { rows: tables } = await world.owner.query<{ name: string; column: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND a.attname IN ('defender_id', 'other_defender_id') AND NOT a.attisdropped`,
  );
  const found = [];
  for (const { name, column } of tables) {
    const { rowCount } = await world.owner.query(`SELECT 1 FROM ${name} WHERE ${column} = $1`, [
      defenderId,
    ]);
    if (rowCount !== 0) found.push(name);
  }
  return [...new Set(found)].toSorted();
};
const keysOf = async (defenderId: string) =>
  (
    await world.owner.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM vault.data_key WHERE id IN (
         SELECT data_key_id FROM sealed_compartment WHERE defender_id = $1
         UNION SELECT b.data_key_id FROM risk_note_body b JOIN risk_note n ON n.id = b.note_id WHERE n.defender_id = $1
         UNION SELECT r.data_key_id FROM withheld_reason r JOIN withheld_from w ON w.id = r.entry_id WHERE w.defender_id = $1)`,
      [defenderId],
    )
  ).rows[0]!.count;
const keys = async () =>
  (await world.owner.query<{ n: number }>('SELECT count(*)::integer AS n FROM vault.data_key'))
    .rows[0]!.n;
const counts = async () =>
  (
    await world.owner.query<{ kind: string; line: unknown }>(
      "SELECT 'city' AS kind, to_jsonb(c) AS line FROM counting.city_years('2026-12-31') c UNION ALL SELECT 'year', to_jsonb(y) FROM counting.years('2026-12-31') y UNION ALL SELECT 'call', to_jsonb(l) FROM counting.calls('2026-12-31') l ORDER BY 1, 2",
    )
  ).rows;

describe('the erasure of a person on request', () => {
  test('says before what goes, destroys it with its keys, keeps the counts, and certifies it without a name', async () => {
    const person = await aPerson();
    const { params } = person;
    await aStayOf(person.id, 'CLOSED', '2024-11-01', '2025-01-20');
    await aStayOf(person.id, 'DRAFT', '2027-02-01', '2027-04-01');
    const preview = (await cleared.call(erasure.preview, { params })).reply;
    expect(preview).toMatchObject({ hold: null, underWay: false });
    expect(preview.kept).toContainEqual({ what: 'stay', rows: 1 });
    const [before, keysBefore, own] = [await counts(), await keys(), await keysOf(person.id)];
    expect(own).toBeGreaterThanOrEqual(6);
    expect(preview.destroyed).toContainEqual({ what: 'data_key', rows: own });

    const answer = await cleared.call(erasure.erase, {
      params,
      body: { confirm: person.codeName },
    });
    expect(answer.reply).toMatchObject({
      basis: 'ON_REQUEST',
      erasedBy: { id: cleared.accountId },
      destroyed: preview.destroyed,
      kept: [{ what: 'stay', rows: 1 }],
    });
    for (const word of [person.codeName, person.code, person.id])
      expect(answer.text).not.toContain(word);

    expect(await left(person.id)).toEqual(['audit.log', 'public.event', 'public.stay']);
    expect(await keys()).toBe(keysBefore - own);
    expect(await counts()).toEqual(before);
    expect((await cleared.call(defenders.show, { params })).status).toBe(404);
    const { rows } = await world.owner.query<{ text: string }>(
      `SELECT d::text || coalesce((SELECT string_agg(s::text, '') FROM stay s WHERE s.defender_id = d.id), '')
         || coalesce((SELECT string_agg(e::text, '') FROM event e WHERE e.defender_id = d.id), '') AS text FROM defender d WHERE d.id = $1`,
      [person.id],
    );
    for (const word of ['Canary', person.codeName, 'Signal'])
      expect(rows[0]!.text).not.toContain(word);
    const { rows: audited } = await world.owner.query(
      "SELECT seq::text, reason FROM audit.log WHERE action = 'defender:erase' AND defender_id = $1",
      [person.id],
    );
    expect(audited).toEqual([{ seq: answer.reply.auditRow, reason: 'ON_REQUEST' }]);
    expect((await cleared.call(erasure.certificates)).reply.items[0]).toEqual(answer.reply);
    const certificate = { params: { certificateId: answer.reply.id } };
    for (const reader of [cleared, admin])
      expect((await reader.call(erasure.certificate, certificate)).reply).toEqual(answer.reply);
    expect((await admin.call(erasure.certificates)).reply.items[0]).toEqual(answer.reply);
    // Not for whoever isn't cleared, whether there is one or not.
    for (const params of [certificate.params, { certificateId: person.id }])
      expect((await coordinator.call(erasure.certificate, { params })).status).toBe(403);
    expect((await admin.call(erasure.certificate, { params: { certificateId: person.id } })).status).toBe(404);
  });

  test('is for the cleared alone, and asks for the code name itself', async () => {
    const person = await aPerson();
    const { params } = person;
    const confirm = person.codeName;
    expect((await coordinator.call(erasure.preview, { params })).status).toBe(403);
    expect((await coordinator.call(erasure.erase, { params, body: { confirm } })).status).toBe(403);
    const other = await cleared.call(erasure.erase, { params, body: { confirm: 'Amber Heron' } });
    expect(other.problem.type).toBe('/problems/confirmation-differs');
    expect((await cleared.call(defenders.show, { params })).status).toBe(200);
  });

  test('is refused by the database to a coordinator without clearance, and to a city', async () => {
    const person = await aPerson();
    for (const role of [
      'shelter_coordinator',
      'shelter_city',
      'shelter_manager',
      'shelter_admin',
      'shelter_gate',
    ])
      await expect(
        world.owner
          .query(
            `BEGIN; SELECT set_config('app.account_id', '${coordinator.accountId}', true), set_config('app.risk_cleared', '', true), set_config('role', '${role}', true); SELECT erasure.erase('${person.id}', 'x', NULL)`,
          )
          .finally(() => world.owner.query('ROLLBACK')),
      ).rejects.toThrow(/permission denied|only the cleared/);
  });

  test('waits while somebody is under way, and while it is held', async () => {
    const person = await aPerson();
    const { params } = person;
    const body = { confirm: person.codeName };
    const stayId = await aStayOf(person.id, 'IN_STAY', '2026-05-01', '2026-07-01');
    expect((await cleared.call(erasure.erase, { params, body })).problem.type).toBe(
      '/problems/erasure-not-now',
    );
    expect((await cleared.call(erasure.preview, { params })).reply.underWay).toBe(true);
    await world.owner.query(
      "UPDATE stay SET status = 'DEPARTED', actual_departs_on = departs_on WHERE id = $1",
      [stayId],
    );
    const held = await cleared.call(erasure.hold, { params, body: { reason: 'A claim in court' } });
    expect(held.reply.hold).toMatchObject({
      reason: 'A claim in court',
      by: { id: cleared.accountId },
    });
    expect(
      (await cleared.call(erasure.hold, { params, body: { reason: 'Once more' } })).status,
    ).toBe(409);
    expect((await cleared.call(erasure.erase, { params, body })).status).toBe(409);
    expect((await cleared.call(erasure.release, { params })).reply.hold).toBeNull();
    expect((await cleared.call(erasure.erase, { params, body })).status).toBe(200);
  });

  test('takes the answers that were kept for repeated requests, since some show a profile and none says whose', async () => {
    const person = await aPerson();
    const kept = async () => (await world.owner.query('SELECT FROM idempotency_key')).rowCount;
    const added = await cleared.call(withholding.add, {
      params: person.params,
      body: { from: { kind: 'CITY', cityId: (await aCity(world.owner)).id }, why: 'Canary why' },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect([added.status, await kept()]).toEqual([200, 1]);
    expect((await cleared.call(erasure.erase, { params: person.params, body: { confirm: person.codeName } })).status).toBe(200);
    expect(await kept()).toBe(0);
  });

  test('leaves nothing that a backup from before could open, once its keys are those of now', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'shelter-city-erasure-'));
    const ring = keyRingOfFile(world.keyFile);
    const now = Temporal.Instant.from('2026-06-01T10:00:00Z');
    const person = await aPerson();
    const server = await startEmbeddedServer({
      dataFolder: path.join(folder, 'pg'),
      throwAway: true,
    });
    try {
      await backUp(world.ownerUrl, path.join(folder, 'before'), ring, now);
      const { rowCount } = await world.owner.query(
        'SELECT 1 FROM sealed_compartment WHERE defender_id = $1',
        [person.id],
      );
      await cleared.call(erasure.erase, {
        params: person.params,
        body: { confirm: person.codeName },
      });
      await backUp(world.ownerUrl, path.join(folder, 'after'), ring, now);
      const manifests = await restore(
        server.url('postgres'),
        {
          data: filesOfBackup(path.join(folder, 'before')).data,
          vault: filesOfBackup(path.join(folder, 'after')).vault,
        },
        ring,
      );
      const found = await checkRestored(server.url('postgres'), manifests, ring, '/nowhere');
      expect(found).toMatchObject({ erased: rowCount, faults: [] });
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('when the time is over', () => {
  const run = () => world.app.get(TimedWork, { strict: false }).run();
  const erased = async (id: string) =>
    (
      await world.owner.query<{ gone: boolean }>(
        'SELECT erased_at IS NOT NULL AS gone FROM defender WHERE id = $1',
        [id],
      )
    ).rows[0]!.gone;

  /** Years ago, and nobody looks for a place for them. */
  const longAgo = (id: string) =>
    world.owner.query(
      "WITH a AS (UPDATE application SET received_on = '2022-10-01' WHERE defender_id = $1) UPDATE defender SET awaits_place = false WHERE id = $1",
      [id],
    );
  const dueDay = async (code: string) =>
    (await cleared.call(erasure.due)).reply.items.find(({ defender }) => defender.code === code)
      ?.dueOn;

  test('a stay’s file goes two years after the last follow-up, is announced before, and a hold keeps it', async () => {
    const [goes, held] = [await aPerson(), await aPerson()];
    await longAgo(goes.id);
    await longAgo(held.id);
    await aStayOf(goes.id, 'CLOSED', '2023-01-01', '2023-03-01');
    await aStayOf(held.id, 'CLOSED', '2023-03-01', '2023-05-01');
    await cleared.call(erasure.hold, { params: held.params, body: { reason: 'An inquiry' } });
    world.clock.moveTo('2026-01-30');
    await run();
    world.clock.moveTo('2026-02-10');
    const due = (await cleared.call(erasure.due)).reply.items;
    expect(due).toContainEqual({
      defender: { code: goes.code, codeName: goes.codeName },
      dueOn: '2026-03-01',
      basis: 'STAY_FILE',
      held: false,
    });
    world.clock.moveTo('2026-02-28');
    await run();
    expect(await erased(goes.id)).toBe(false);
    world.clock.moveTo('2026-05-01');
    const before = await counts();
    await run();
    expect([await erased(goes.id), await erased(held.id)]).toEqual([true, false]);
    expect(await counts()).toEqual(before);
    await cleared.call(erasure.release, { params: held.params });
    world.clock.moveTo('2026-05-02');
    await run();
    expect(await dueDay(held.code)).toBe('2026-06-01');
    world.clock.moveTo('2026-05-31');
    await run();
    expect(await erased(held.id)).toBe(false);
    world.clock.moveTo('2026-06-01');
    await run();
    expect(await erased(held.id)).toBe(true);
    const { rows } = await world.owner.query(
      "SELECT actor_role, reason FROM audit.log WHERE action = 'defender:erase' AND defender_id = $1",
      [goes.id],
    );
    expect(rows).toEqual([{ actor_role: 'shelter_job', reason: 'STAY_FILE' }]);
  });

  test('nobody is destroyed before thirty days on the list, whatever made them due', async () => {
    const person = await aPerson();
    await longAgo(person.id);
    await aStayOf(person.id, 'CLOSED', '2022-11-01', '2022-12-01');
    world.clock.moveTo('2026-06-10');
    expect(await dueDay(person.code)).toBeUndefined();
    await run();
    expect(await dueDay(person.code)).toBe('2026-07-10');
    world.clock.moveTo('2026-07-09');
    await run();
    expect(await erased(person.id)).toBe(false);
    world.clock.moveTo('2026-07-10');
    await run();
    expect(await erased(person.id)).toBe(true);
  });

  test('who applies again after a stay is kept, and goes off the list', async () => {
    const person = await aPerson();
    await longAgo(person.id);
    await aStayOf(person.id, 'CLOSED', '2022-11-01', '2022-12-01');
    world.clock.moveTo('2026-06-10');
    await run();
    expect(await dueDay(person.code)).toBe('2026-07-10');
    await world.owner.query(
      "UPDATE application SET received_on = '2026-06-01', status = 'VETTING' WHERE defender_id = $1",
      [person.id],
    );
    await run();
    expect(await dueDay(person.code)).toBeUndefined();
    world.clock.moveTo('2027-06-10');
    await run();
    expect(await erased(person.id)).toBe(false);
  });

  test('those whom a call did not select and those who withdrew go after the periods that the administrator set', async () => {
    const [notSelected, withdrew, waits] = [await aPerson(), await aPerson(), await aPerson()];
    await world.owner.query('UPDATE defender SET awaits_place = false');
    await world.owner.query("UPDATE call SET closes_on = '2026-01-31'");
    await world.owner.query(
      "UPDATE application SET status = 'NOT_SELECTED', decided_on = '2026-02-01' WHERE defender_id = $1",
      [notSelected.id],
    );
    await world.owner.query(
      "UPDATE application SET status = 'WITHDRAWN', decided_on = '2026-05-01' WHERE defender_id = $1",
      [withdrew.id],
    );
    expect((await admin.call(retention.show)).reply).toMatchObject({ withdrawnMonths: 6 });
    const changed = await admin.call(retention.change, {
      body: { notSelectedMonths: 8, withdrawnMonths: 1, stayFileMonths: 24, travelDays: 30 },
    });
    expect(changed.reply.withdrawnMonths).toBe(1);
    world.clock.moveTo('2026-05-02');
    await run();
    world.clock.moveTo('2026-06-01');
    await run();
    expect([await erased(notSelected.id), await erased(withdrew.id)]).toEqual([false, true]);
    world.clock.moveTo('2026-08-31');
    await run();
    world.clock.moveTo('2026-09-30');
    await run();
    expect([await erased(notSelected.id), await erased(waits.id)]).toEqual([true, false]);
  });

  test('passport and visa facts go thirty days after the departure', async () => {
    const person = await aPerson();
    await aStayOf(person.id, 'DEPARTED', '2026-06-01', '2026-08-01');
    await world.owner.query(
      "UPDATE defender SET passport_valid_until = '2028-01-01', visa_lead_days = 20 WHERE id = $1",
      [person.id],
    );
    const passport = async () =>
      (
        await world.owner.query<{ passport_valid_until: string | null }>(
          'SELECT passport_valid_until FROM defender WHERE id = $1',
          [person.id],
        )
      ).rows[0]!.passport_valid_until;
    // Somebody who left earlier, and of whom nothing but a visa is known.
    const other = await aPerson();
    await aStayOf(other.id, 'DEPARTED', '2026-04-01', '2026-05-20');
    await world.owner.query('UPDATE defender SET passport_valid_until = NULL, visa_lead_days = NULL WHERE id = $1', [other.id]);
    for (const { id } of [person, person, other])
      await insert(world.owner, 'held_visa', { defenderId: id, kind: 'NATIONAL', validFrom: '2026-01-01', validUntil: '2027-01-01', countries: '{NL}' });
    const visas = async () => (await world.owner.query('SELECT FROM held_visa WHERE defender_id = ANY ($1)', [[person.id, other.id]])).rowCount;
    world.clock.moveTo('2026-08-30');
    await run();
    expect([await passport() === null, await visas()]).toEqual([false, 2]);
    world.clock.moveTo('2026-08-31');
    await run();
    expect([await passport() === null, await visas()]).toEqual([true, 0]);
  });
});
