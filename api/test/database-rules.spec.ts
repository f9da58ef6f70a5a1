import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '@shelter-city/prisma/tools/test-database';
import pg from 'pg';
import { constraintMeaning } from '../src/problems/database-problems.ts';
import { anAccount } from './factories/account.ts';
import { aCityWithAPlace, aPlace, confirmedCapacity, someBlockedDays } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { insertId } from './factories/insert.ts';
import { refusalsOfAccounts } from './factories/refusals-of-accounts.ts';
import { refusalsOfSharing } from './factories/refusals-of-sharing.ts';
import { aStay } from './factories/stay.ts';
import { ownerPool } from './harness/owner-pool.ts';

let database: TestDatabase;
let owner: pg.Pool;
/** Names that a statement below refers to as `:name`. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  database = await cloneDatabase();
  owner = ownerPool(database.ownerUrl, { max: 2 });
  const { cityId, placeId } = await aCityWithAPlace(owner);
  const partner = await anAccount(owner, { role: 'CITY_PARTNER', cityId });
  const coordinator = await anAccount(owner);
  const spare = await aPlace(owner, { cityId });
  for (const place of [placeId, spare])
    await confirmedCapacity(owner, {
      cityId,
      placeId: place,
      opensOn: '2026-01-01',
      closesOn: '2027-01-01',
      confirmedById: partner,
    });
  const { id: defender } = await aDefender(owner);
  const { id: other } = await aDefender(owner);
  const stay = await aStay(owner, {
    defenderId: defender,
    placeId,
    cityId,
    status: 'CONFIRMED',
    arrivesOn: '2026-03-01',
    departsOn: '2026-05-01',
    restDays: 3,
  });
  const draft = await aStay(owner, {
    defenderId: other,
    placeId: spare,
    cityId,
    arrivesOn: '2026-03-01',
    departsOn: '2026-05-01',
  });
  await someBlockedDays(owner, {
    cityId,
    placeId: spare,
    blockedFrom: '2026-07-01',
    blockedUntil: '2026-07-10',
  });
  const note = await insertId(owner, 'risk_note', {
    subject: 'DEFENDER',
    defenderId: defender,
    scope: 'PERSON',
    level: 'HIGH',
    degree: 'DIRECT_RISK',
    reviewBy: '2026-12-01',
    authorId: coordinator,
  });
  const dataKey = await insertId(owner, 'vault.data_key', {
    wrapped: Buffer.alloc(1),
    ringKeyId: 'k',
  });
  await owner.query(
    'INSERT INTO risk_note_body (note_id, data_key_id, sealed) VALUES ($1, $2, $3)',
    [note, dataKey, Buffer.alloc(1)],
  );
  await owner.query(
    "INSERT INTO city_instruction (note_id, defender_id, text) VALUES ($1, $2, 'Meet at the station.')",
    [note, defender],
  );
  await owner.query(
    'INSERT INTO risk_city_ban (note_id, defender_id, city_id) VALUES ($1, $2, $3)',
    [note, defender, cityId],
  );
  await owner.query(
    'INSERT INTO risk_apart (note_id, defender_id, other_defender_id) VALUES ($1, $2, $3)',
    [note, defender, other],
  );
  await owner.query(
    "INSERT INTO event (subject, subject_id, verb) VALUES ('STAY', $1, 'stay:confirm')",
    [stay],
  );
  const plan = await insertId(owner, 'plan_draft', {
    name: 'A plan',
    madeById: coordinator,
    arrivalsFrom: '2026-01-01',
    arrivalsUntil: '2026-07-01',
  });
  await owner.query('INSERT INTO plan_person (plan_id, defender_id) VALUES ($1, $2)', [plan, other]);
  await owner.query("INSERT INTO audit.log (action, result) VALUES ('session:start', 'DONE')");
  Object.assign(ids, {
    city: cityId,
    place: placeId,
    spare,
    partner,
    coordinator,
    defender,
    other,
    stay,
    draft,
    note,
    dataKey,
    plan,
  });
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Runs SQL as the owner, as psql would, and answers the constraint that refused it. */
async function refusedBy(sql: string): Promise<string | undefined> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      sql.replaceAll(/:([a-z]\w*)\b(?!:)/gi, (whole, name: string) =>
        ids[name] === undefined ? whole : `'${ids[name]}'`,
      ),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return error.constraint ?? error.message;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const stayOf = (columns: string, values: string) =>
  `INSERT INTO stay (defender_id, place_id, city_id, arrives_on, departs_on, ${columns}) VALUES ${values}`;
const confirmed = (who: string, where: string, from: string, until: string) =>
  stayOf(
    'status, why_this_city',
    `(:${who}, :${where}, :city, '${from}', '${until}', 'CONFIRMED', 'a reason that is long enough')`,
  );

const refusals: Readonly<Record<string, readonly string[]>> = {
  one_erasure_hold: [
    `INSERT INTO erasure_hold (defender_id, reason, held_by_id) SELECT id, 'a claim', gen_random_uuid() FROM (SELECT id FROM defender LIMIT 1) d, generate_series(1, 2)`,
  ],
  // Rule 1: two stays on one night in one place.
  stay_one_guest_a_night: [
    confirmed('other', 'place', '2026-04-30', '2026-06-01'),
    `UPDATE stay SET place_id = :place, status = 'CONFIRMED' WHERE id = :draft`,
  ],
  stay_leaves_the_place_its_rest: [confirmed('other', 'place', '2026-05-03', '2026-06-01')],
  // Rule 2: two stays of one person.
  stay_one_place_at_a_time: [confirmed('defender', 'spare', '2026-04-30', '2026-06-01')],
  // Rule 3: outside confirmed capacity, and capacity withdrawn, shortened or deleted under a stay.
  stay_inside_confirmed_capacity: [
    confirmed('other', 'spare', '2026-12-20', '2027-01-02'),
    confirmed('other', 'spare', '2025-12-31', '2026-01-10'),
    `UPDATE capacity_period SET status = 'WITHDRAWN', withdrawn_reason = 'repair' WHERE place_id = :place`,
    `UPDATE capacity_period SET closes_on = '2026-04-30' WHERE place_id = :place`,
    'DELETE FROM capacity_period WHERE place_id = :place',
  ],
  capacity_confirmed_once_a_night: [
    `INSERT INTO capacity_period (place_id, city_id, opens_on, closes_on, status, confirmed_at, confirmed_by_id) VALUES (:place, :city, '2026-12-31', '2027-03-01', 'CONFIRMED', now(), :partner)`,
  ],
  // Rule 4: a hold always has an expiry.
  hold_has_an_expiry: [
    stayOf(
      'status, why_this_city',
      `(:other, :spare, :city, '2026-06-01', '2026-06-20', 'PROPOSED', 'a reason that is long enough')`,
    ),
  ],
  // Rule 5: append-only, for the owner too.
  ...Object.fromEntries(
    [
      'event',
      'risk_note',
      'risk_note_body',
      'city_instruction',
      'risk_city_ban',
      'risk_apart',
      'audit.log',
    ].map((table) => {
      const name = table.split('.').at(-1) ?? '';
      const column =
        { event: 'verb', log: 'action', city_instruction: 'text', risk_note: 'restricted' }[name] ??
        'note_id';
      return [
        `${name}_is_append_only`,
        [
          `UPDATE ${table} SET ${column} = ${column}`,
          `DELETE FROM ${table}`,
          `TRUNCATE ${table} CASCADE`,
        ],
      ];
    }),
  ),
  stay_not_on_blocked_days: [confirmed('other', 'spare', '2026-07-09', '2026-07-20')],
  held_visa_days_in_order: [`INSERT INTO held_visa (defender_id, kind, valid_from, valid_until) VALUES (:defender, 'NATIONAL', '2026-02-01', '2026-01-31')`],
  held_visa_days_on_it: [`INSERT INTO held_visa (defender_id, kind, valid_from, valid_until, days) VALUES (:defender, 'SHORT_STAY', '2026-02-01', '2026-03-31', 91)`],
  // Two who both need an interpreter; undone with the refusal.
  stay_one_interpreter_in_a_city: [
    `UPDATE defender SET interpreter = 'ar' WHERE id IN (:defender, :other); ${confirmed('other', 'spare', '2026-04-20', '2026-05-20')}`,
  ],
  stay_within_guests_at_once: [
    `UPDATE host_city SET guests_at_once_at_most = 1 WHERE id = :city; ${confirmed('other', 'spare', '2026-04-20', '2026-05-20')}`,
  ],
  blocked_days_not_under_a_stay: [
    `INSERT INTO blocked_days (place_id, city_id, blocked_from, blocked_until, reason) VALUES (:place, :city, '2026-04-30', '2026-05-02', 'REPAIR')`,
  ],
  stay_departs_after_arrival: [`UPDATE stay SET departs_on = arrives_on WHERE id = :draft`],
  stay_lasts_at_most_200_nights: [
    `UPDATE stay SET departs_on = arrives_on + 201 WHERE id = :draft`,
  ],
  stay_actual_days_in_order: [
    `UPDATE stay SET actual_arrives_on = '2026-03-05', actual_departs_on = '2026-03-04' WHERE id = :draft`,
  ],
  stay_in_stay_has_arrived: [`UPDATE stay SET status = 'IN_STAY' WHERE id = :stay`],
  stay_ended_has_departed: [
    `UPDATE stay SET status = 'DEPARTED', actual_arrives_on = arrives_on WHERE id = :stay`,
  ],
  stay_proposal_says_why: [`UPDATE stay SET why_this_city = NULL WHERE id = :stay`],
  stay_refusal_has_a_reason: [`UPDATE stay SET status = 'CANCELLED' WHERE id = :stay`],
  stay_other_dates_in_order: [
    `UPDATE stay SET offered_arrives_on = '2026-03-02', offered_departs_on = '2026-03-02' WHERE id = :stay`,
  ],
  stay_rest_days_not_negative: [`UPDATE stay SET rest_days = -1 WHERE id = :draft`],
  capacity_closes_after_it_opens: [
    `UPDATE capacity_period SET status = 'OFFERED', closes_on = opens_on WHERE place_id = :spare`,
  ],
  capacity_confirmed_is_signed: [
    `UPDATE capacity_period SET confirmed_by_id = NULL WHERE place_id = :place`,
  ],
  capacity_withdrawn_has_a_reason: [
    `UPDATE capacity_period SET status = 'WITHDRAWN' WHERE place_id = :spare`,
  ],
  break_glass_lasts_an_hour_at_most: [
    `INSERT INTO break_glass (defender_id, account_id, reason, expires_at) VALUES (:defender, :coordinator, 'why', now() + interval '61 minutes')`,
    `INSERT INTO break_glass (defender_id, account_id, reason, expires_at) VALUES (:defender, :coordinator, 'why', now())`,
  ],
  note_grant_takes_two: [
    `INSERT INTO note_grant (note_id, defender_id, asked_by_id, reason, expires_at, approved_by_id, approved_at) VALUES (:note, :defender, :coordinator, 'why', now() + interval '1 day', :coordinator, now())`,
  ],
  note_grant_ends: [
    `INSERT INTO note_grant (note_id, defender_id, asked_by_id, reason, expires_at) VALUES (:note, :defender, :coordinator, 'why', now() + interval '40 days')`,
  ],
  note_grant_approved_by_somebody: [
    `INSERT INTO note_grant (note_id, defender_id, asked_by_id, reason, expires_at, approved_at) VALUES (:note, :defender, :coordinator, 'why', now() + interval '1 day', now())`,
  ],
  note_grant_withdrawn_by_somebody: [
    `INSERT INTO note_grant (note_id, defender_id, asked_by_id, reason, expires_at, withdrawn_at) VALUES (:note, :defender, :coordinator, 'why', now() + interval '1 day', now())`,
  ],
  disclosure_grant_ends: [
    `INSERT INTO disclosure_grant (defender_id, stay_id, city_id, part, reason, granted_by_id, expires_at) VALUES (:defender, :stay, :city, 'LEGAL_NAME', 'why', :coordinator, now() + interval '32 days')`,
    `INSERT INTO disclosure_grant (defender_id, stay_id, city_id, part, reason, granted_by_id, expires_at) VALUES (:defender, :stay, :city, 'LEGAL_NAME', 'why', :coordinator, now() - interval '1 day')`,
  ],
  disclosure_grant_withdrawn_by_somebody: [
    `INSERT INTO disclosure_grant (defender_id, stay_id, city_id, part, reason, granted_by_id, expires_at, withdrawn_at) VALUES (:defender, :stay, :city, 'LEGAL_NAME', 'why', :coordinator, now() + interval '1 day', now())`,
  ],
  blocked_days_end_after_they_begin: [
    `UPDATE blocked_days SET lifted_at = now(), blocked_until = blocked_from`,
  ],
  host_city_takes_a_guest_at_once: [0, 51].map((most) => `UPDATE host_city SET guests_at_once_at_most = ${String(most)} WHERE id = :city`),
  place_sleeps_someone: [`UPDATE place SET sleeps = 0 WHERE id = :spare`],
  plan_has_a_name: [`UPDATE plan_draft SET name = '  ' WHERE id = :plan`],
  plan_arrivals_in_order: [
    `UPDATE plan_draft SET arrivals_until = arrivals_from WHERE id = :plan`,
    `UPDATE plan_draft SET arrivals_until = arrivals_from + 401 WHERE id = :plan`,
  ],
  plan_keeps_some_places_free: [`UPDATE plan_draft SET places_kept_free = -1 WHERE id = :plan`],
  plan_runs_as_one: [
    `UPDATE plan_draft SET status = 'RUNNING' WHERE id = :plan`,
    `UPDATE plan_draft SET run_id = gen_random_uuid(), runs_until = now() WHERE id = :plan`,
  ],
  plan_is_published_by_someone: [
    `UPDATE plan_draft SET status = 'PUBLISHED' WHERE id = :plan`,
    `UPDATE plan_draft SET status = 'PUBLISHED', published_at = now() WHERE id = :plan`,
  ],
  plan_is_no_better_than_its_bound: [`UPDATE plan_draft SET worth = 2, bound = 1 WHERE id = :plan`],
  plan_seat_is_whole: [
    `UPDATE plan_person SET place_id = :place WHERE plan_id = :plan`,
    `UPDATE plan_person SET place_id = :place, arrives_on = '2026-03-01', departs_on = '2026-03-01' WHERE plan_id = :plan`,
  ],
  plan_pin_needs_a_seat: [`UPDATE plan_person SET pinned = true WHERE plan_id = :plan`],
  plan_seat_before_is_whole: [
    `UPDATE plan_person SET before_place_id = :place WHERE plan_id = :plan`,
  ],
  place_city_id_label_key: [`UPDATE place SET label = 'the same' WHERE city_id = :city`],
  account_city_partner_has_a_city: [
    `UPDATE account SET city_id = NULL WHERE id = :partner`,
    `UPDATE account SET role = 'ADMIN' WHERE id = :partner`,
  ],
  account_only_coordinators_are_cleared: [
    `UPDATE account SET risk_cleared = true WHERE id = :partner`,
  ],
  account_email_in_lower_case: [
    `UPDATE account SET email = 'Upper@example.org' WHERE id = :partner`,
  ],
  defender_window_in_order: [
    `UPDATE defender SET earliest_arrival = '2026-02-02', latest_arrival = '2026-02-01' WHERE id = :other`,
  ],
  defender_household_counts_the_defender: [
    `UPDATE defender SET household_size = 0 WHERE id = :other`,
  ],
  defender_wishes_some_nights: [
    `UPDATE defender SET nights_wished = 0 WHERE id = :other`,
    `UPDATE defender SET nights_wished = 181 WHERE id = :other`,
  ],
  presence_days_in_order: [
    `INSERT INTO schengen_presence (defender_id, entered_on, left_on, source) VALUES (:other, '2026-02-02', '2026-02-01', 'stamp')`,
  ],
  sealed_compartment_has_one_subject: [
    `INSERT INTO sealed_compartment (defender_id, place_id, city_id, compartment, data_key_id, sealed) VALUES (:other, :place, :city, 'ADDRESS', :dataKey, '')`,
    `INSERT INTO sealed_compartment (defender_id, compartment, data_key_id, sealed) VALUES (:other, 'ADDRESS', :dataKey, '')`,
    `INSERT INTO sealed_compartment (place_id, city_id, compartment, data_key_id, sealed) VALUES (:place, :city, 'IDENTITY', :dataKey, '')`,
  ],
  sealed_compartment_defender_id_compartment_key: [
    `INSERT INTO sealed_compartment (defender_id, compartment, data_key_id, sealed) SELECT :other, 'IDENTITY', :dataKey, '' FROM generate_series(1, 2)`,
  ],
  sealed_compartment_place_id_compartment_key: [
    `INSERT INTO sealed_compartment (place_id, city_id, compartment, data_key_id, sealed) SELECT :place, :city, 'ADDRESS', :dataKey, '' FROM generate_series(1, 2)`,
  ],
  stay_continues_id_key: [
    `INSERT INTO stay (defender_id, place_id, city_id, arrives_on, departs_on, continues_id)
     SELECT :other, :spare, :city, '2026-08-01', '2026-08-09', :stay FROM generate_series(1, 2)`,
  ],
  risk_note_has_its_subject: [
    `INSERT INTO risk_note (subject, scope, level, degree, review_by, author_id) VALUES ('CITY', 'PERSON', 'LOW', 'DIRECT_RISK', '2026-12-01', :coordinator)`,
  ],
  risk_note_supersedes_id_key: [
    `INSERT INTO risk_note (subject, defender_id, scope, level, degree, review_by, author_id, supersedes_id)
     SELECT 'DEFENDER', :defender, 'PERSON', 'LOW', 'DIRECT_RISK', '2026-12-01', :coordinator, :note FROM generate_series(1, 2)`,
  ],
  ...refusalsOfAccounts,
  ...refusalsOfSharing,
  risk_apart_names_two: [
    `INSERT INTO risk_apart (note_id, defender_id, other_defender_id) VALUES (:note, :other, :other)`,
  ],
};

/** Unique keys that a caller can't run into: what they protect is made by us, or found before it is written. */
const internal = [
  'application_call_id_defender_id_key',
  'call_name_key',
  'chain_seq_key',
  'defender_code_name_key',
  'place_id_city_id_key',
  'session_token_hash_key',
];

describe('whoever writes, psql included, is refused by', () => {
  test.each(
    Object.entries(refusals).flatMap(([name, statements]) =>
      statements.map((sql) => [name, sql] as const),
    ),
  )('%s: %s', async (name, sql) => {
    expect(await refusedBy(sql)).toBe(name);
  });

  test('nothing when guests follow each other on one day, and periods that touch carry a stay together', async () => {
    expect(
      await refusedBy(
        `UPDATE stay SET rest_days = 0 WHERE id = :stay; ${confirmed('other', 'place', '2026-05-01', '2026-06-01')}`,
      ),
    ).toBeUndefined();
    expect(
      await refusedBy(`
        INSERT INTO capacity_period (place_id, city_id, opens_on, closes_on, status, confirmed_at, confirmed_by_id) VALUES (:spare, :city, '2027-01-01', '2027-04-01', 'CONFIRMED', now(), :partner);
        ${confirmed('other', 'spare', '2026-12-20', '2027-02-01')}`),
    ).toBeUndefined();
  });
});

describe('the list of rules', () => {
  /** Rules of the catalogue: checks, exclusions, unique keys, temporal keys, and those that triggers raise. */
  const rulesOfTheDatabase = async (): Promise<readonly string[]> => {
    const { rows } = await owner.query<{ name: string }>(`
      SELECT conname AS name FROM pg_constraint WHERE connamespace::regnamespace::text IN ('public', 'vault', 'audit')
        AND (contype IN ('c', 'x', 'u') OR (contype = 'f' AND conperiod))
      UNION SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE c.relnamespace::regnamespace::text IN ('public', 'vault', 'audit') AND i.indisunique AND NOT i.indisprimary
          AND c.relname NOT LIKE '\\_prisma%'
      UNION SELECT m[1] FROM pg_proc p, regexp_matches(p.prosrc, 'CONSTRAINT = ''(\\w+)''', 'g') m WHERE p.pronamespace = 'public'::regnamespace`);
    return rows.map(({ name }) => name).toSorted();
  };

  test('has a meaning for each that a caller can meet, and no meaning for one that is gone', async () => {
    expect(await rulesOfTheDatabase()).toEqual(
      [...Object.keys(constraintMeaning), ...internal].toSorted(),
    );
  });

  test('has a statement above for each', () => {
    const tried = Object.keys(refusals).filter((name) => !name.endsWith('_is_append_only'));
    expect(tried.toSorted()).toEqual(Object.keys(constraintMeaning).toSorted());
  });

  test('speaks of ids that don’t show an order', async () => {
    const { rows } =
      await owner.query(`SELECT table_name, column_default FROM information_schema.columns
      WHERE table_schema IN ('public', 'vault') AND column_name = 'id' AND table_name NOT LIKE '\\_prisma%' AND column_default IS DISTINCT FROM 'gen_random_uuid()'`);
    expect(rows).toEqual([]);
  });
});
