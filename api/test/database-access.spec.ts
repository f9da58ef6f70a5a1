import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '@shelter-city/prisma/tools/test-database';
import type pg from 'pg';
import { anAccount } from './factories/account.ts';
import { catalogue } from './factories/catalogue.ts';
import { aCityWithAPlace, confirmedCapacity, someBlockedDays } from './factories/city.ts';
import { aCall, aDefender, anApplication } from './factories/defender.ts';
import { insertId } from './factories/insert.ts';
import { aStay } from './factories/stay.ts';
import { ownerPool } from './harness/owner-pool.ts';

let database: TestDatabase;
let owner: pg.Pool;
let home: { readonly cityId: string; readonly placeId: string };

beforeAll(async () => {
  database = await cloneDatabase();
  owner = ownerPool(database.ownerUrl, { max: 2 });
  // In the days of the stays below: one that ended long ago is closed to its city.
  await owner.query(
    "CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE RETURN '2026-04-01T09:00:00Z'::timestamptz",
  );
  home = await aGuestedCity();
  await aGuestedCity();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** A city with a row in every table that a case can have one in. */
async function aGuestedCity() {
  const spot = await aCityWithAPlace(owner);
  const { cityId, placeId } = spot;
  const confirmedById = await anAccount(owner, { role: 'CITY_PARTNER', cityId });
  const authorId = await anAccount(owner);
  await confirmedCapacity(owner, {
    cityId,
    placeId,
    opensOn: '2026-01-01',
    closesOn: '2027-01-01',
    confirmedById,
  });
  await someBlockedDays(owner, {
    cityId,
    placeId,
    blockedFrom: '2026-12-01',
    blockedUntil: '2026-12-09',
  });
  const { id: defenderId } = await aDefender(owner);
  await anApplication(owner, { callId: await aCall(owner), defenderId });
  await insertId(owner, 'schengen_presence', {
    defenderId,
    enteredOn: '2025-01-01',
    leftOn: '2025-01-09',
    source: 'stamp',
  });
  await insertId(owner, 'held_visa', {
    defenderId,
    kind: 'NATIONAL',
    validFrom: '2025-01-01',
    validUntil: '2025-12-31',
  });
  await owner.query(
    "INSERT INTO defender_language (defender_id, language, level) VALUES ($1, 'fa', 'NATIVE')",
    [defenderId],
  );
  await owner.query(
    "INSERT INTO defender_city_wish (defender_id, city_id, kind) VALUES ($1, $2, 'PREFER')",
    [defenderId, cityId],
  );
  await insertId(owner, 'coordinating_organisation', {
    cityId,
    name: 'An organisation',
    since: '2020-01-01',
  });
  const stayId = await aStay(owner, {
    defenderId,
    placeId,
    cityId,
    status: 'CONFIRMED',
    arrivesOn: '2026-03-01',
    departsOn: '2026-05-01',
  });
  const key = () => insertId(owner, 'vault.data_key', { wrapped: Buffer.alloc(1), ringKeyId: 'k' });
  await insertId(owner, 'sealed_compartment', {
    defenderId,
    compartment: 'IDENTITY',
    dataKeyId: await key(),
    sealed: Buffer.alloc(1),
  });
  await insertId(owner, 'sealed_compartment', {
    placeId,
    cityId,
    compartment: 'ADDRESS',
    dataKeyId: await key(),
    sealed: Buffer.alloc(1),
  });
  for (const restricted of [false, true]) {
    const note = await insertId(owner, 'risk_note', {
      subject: 'DEFENDER',
      defenderId,
      scope: 'PERSON',
      level: 'HIGH',
      degree: 'DIRECT_RISK',
      reviewBy: '2026-12-01',
      restricted,
      authorId,
    });
    await owner.query(
      'INSERT INTO risk_note_body (note_id, data_key_id, sealed) VALUES ($1, $2, $3)',
      [note, await key(), Buffer.alloc(1)],
    );
    await owner.query(
      "INSERT INTO city_instruction (note_id, defender_id, text) VALUES ($1, $2, 'Meet at the station.')",
      [note, defenderId],
    );
    await owner.query(
      'INSERT INTO risk_city_ban (note_id, defender_id, city_id) VALUES ($1, $2, $3)',
      [note, defenderId, cityId],
    );
    await owner.query(
      'INSERT INTO risk_apart (note_id, defender_id, other_defender_id) VALUES ($1, $2, gen_random_uuid())',
      [note, defenderId],
    );
  }
  await owner.query(
    "INSERT INTO event (actor_id, subject, subject_id, city_id, verb) VALUES ($1, 'STAY', $2, $3, 'stay:confirm')",
    [authorId, stayId, cityId],
  );
  await owner.query(
    "INSERT INTO audit.log (actor_id, action, result) VALUES ($1, 'session:start', 'DONE')",
    [authorId],
  );
  await insertId(owner, 'session', {
    accountId: authorId,
    tokenHash: Buffer.from(authorId),
    device: 'x',
    expiresAt: new Date('2099-01-01'),
  });
  await owner.query(
    "INSERT INTO idempotency_key (account_id, key, request_hash, reply, ring_key_id) VALUES ($1, gen_random_uuid(), '', '', 'k')",
    [authorId],
  );
  await owner.query(
    'INSERT INTO sign_in_delay (bucket, failures, not_before) VALUES ($1, 1, now())',
    [Buffer.from(authorId)],
  );
  await owner.query(
    "INSERT INTO export (account_id, kind, format, purpose, filter, rows, sha256) VALUES ($1, 'report', 'XLSX', 'a purpose', '{}', 1, '')",
    [authorId],
  );
  return spot;
}

type Context = {
  readonly accountId?: string;
  readonly cityId?: string;
  readonly cleared?: boolean;
};

/** Rows of each table that a role sees; tables it has no privilege on are left out. */
async function seenBy(
  role: string,
  { accountId = '', cityId = '', cleared = false }: Context = {},
): Promise<Readonly<Record<string, number>>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('public', 'vault', 'audit') AND c.relkind = 'r' AND has_any_column_privilege($1, c.oid, 'SELECT') AND has_schema_privilege($1, n.oid, 'USAGE') ORDER BY 1`,
    [role],
  );
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      "SELECT set_config('app.account_id', $1, true), set_config('app.city_id', $2, true), set_config('app.risk_cleared', $3, true), set_config('role', $4, true)",
      [accountId, cityId, cleared ? 'yes' : '', role],
    );
    const seen: Record<string, number> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM ${name}`,
      );
      if (rows[0]!.count > 0) seen[name.replace('public.', '')] = rows[0]!.count;
    }
    return seen;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

describe('row-level security', () => {
  test('is enabled and forced on every table', async () => {
    const { rows } =
      await owner.query(`SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND c.relname <> '_prisma_migrations' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`);
    expect(rows).toEqual([]);
  });

  test.each([
    'shelter_coordinator',
    'shelter_city',
    'shelter_manager',
    'shelter_admin',
    'shelter_api',
  ])('shows %s nothing without somebody who asks', async (role) => {
    expect(await seenBy(role)).toEqual({});
  });

  test('shows a city its own place, people and days, and of two cities one', async () => {
    const partner = await owner.query<{ id: string }>('SELECT id FROM account WHERE city_id = $1', [
      home.cityId,
    ]);
    expect(
      await seenBy('shelter_city', { accountId: partner.rows[0]!.id, cityId: home.cityId }),
    ).toEqual({
      account: 1,
      blocked_days: 1,
      capacity_period: 1,
      city_instruction: 2,
      coordinating_organisation: 1,
      defender: 1,
      defender_language: 1,
      event: 1,
      host_city: 1,
      place: 1,
      sealed_compartment: 1,
      stay: 1,
      'vault.data_key': 1,
    });
  });

  test('shows managers the names of the cities and the exports, administrators the accounts, neither a case', async () => {
    const accountId = await anAccount(owner, { role: 'MANAGER' });
    expect(Object.keys(await seenBy('shelter_manager', { accountId }))).toEqual([
      'account',
      'export',
      'host_city',
    ]);
    expect(Object.keys(await seenBy('shelter_admin', { accountId }))).toEqual([
      'account',
      'host_city',
    ]);
  });

  test('keeps restricted notes closed to coordinators without clearance', async () => {
    const accountId = await anAccount(owner);
    expect(await seenBy('shelter_coordinator', { accountId })).toMatchObject({
      risk_note: 4,
      risk_note_body: 2,
      city_instruction: 2,
      risk_city_ban: 2,
      risk_apart: 2,
    });
    expect(await seenBy('shelter_coordinator', { accountId, cleared: true })).toMatchObject({
      risk_note: 4,
      risk_note_body: 4,
      city_instruction: 4,
      risk_city_ban: 4,
      risk_apart: 4,
    });
  });
});

describe('the roles', () => {
  test('have no power of their own and own no table', async () => {
    const { rows } = await owner.query(
      "SELECT rolname FROM pg_roles WHERE rolname LIKE 'shelter%' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)",
    );
    expect(rows).toEqual([{ rolname: 'shelter_backup' }]);
    const logins = await owner.query(
      "SELECT rolname, rolinherit FROM pg_roles WHERE rolname LIKE 'shelter%' AND rolcanlogin",
    );
    expect(logins.rows).toEqual([{ rolname: 'shelter_api', rolinherit: false }]);
    const owned = await owner.query(
      "SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname LIKE 'shelter%'",
    );
    expect(owned.rows).toEqual([]);
  });

  test('of the login may be taken but give nothing by themselves', async () => {
    const { rows } = await owner.query(
      "SELECT r.rolname, m.inherit_option, m.set_option, m.admin_option FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid WHERE m.member = 'shelter_api'::regrole ORDER BY 1",
    );
    expect(rows).toEqual(
      [
        'shelter_admin',
        'shelter_city',
        'shelter_coordinator',
        'shelter_gate',
        'shelter_job',
        'shelter_manager',
      ].map((rolname) => ({
        rolname,
        inherit_option: false,
        set_option: true,
        admin_option: false,
      })),
    );
  });

  test('of cities and managers can’t read a person’s identity, whatever they set', async () => {
    for (const role of [
      'shelter_city',
      'shelter_manager',
      'shelter_admin',
      'shelter_gate',
      'shelter_job',
    ]) {
      for (const table of [
        'risk_note',
        'risk_note_body',
        'application',
        'schengen_presence',
        'held_visa',
        'risk_apart',
      ]) {
        const { rows } = await owner.query<{ may: boolean }>(
          "SELECT has_any_column_privilege($1, $2, 'SELECT, INSERT, UPDATE') AS may",
          [role, table],
        );
        expect([role, table, rows[0]!.may]).toEqual([role, table, false]);
      }
    }
  });
});

/** What Prisma's schema can't say and the migrations do: a change here is a change of who may what, and is looked at. */
describe('the catalogue holds', () => {
  test.each(Object.entries(catalogue))('%s', async (_, sql) => {
    const { rows } = await owner.query<{ line: string }>(sql);
    expect(
      rows.map(({ line }) => line.replace(/"?test_[0-9a-f]{32}"?/g, 'the database')),
    ).toMatchSnapshot();
  });
});
