import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TimedWork } from '../src/jobs/timed-work.ts';
import { aCityWithAPlace, confirmedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type TestApp } from './harness/app.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startApp();
});
afterAll(async () => {
  await world.stop();
});
const run = () => world.app.get(TimedWork, { strict: false }).run();

/** A proposal in a place of its own, held until a moment. */
async function aHold(until: string): Promise<string> {
  const { cityId, placeId } = await aCityWithAPlace(world.owner);
  const partner = await world.signedInAs('CITY_PARTNER', { cityId });
  await confirmedCapacity(world.owner, {
    cityId,
    placeId,
    opensOn: '2026-01-01',
    closesOn: '2027-06-01',
    confirmedById: partner.accountId,
  });
  const { id: defenderId } = await aDefender(world.owner);
  return aStay(world.owner, {
    defenderId,
    placeId,
    cityId,
    status: 'PROPOSED',
    arrivesOn: '2026-08-01',
    departsOn: '2026-10-01',
    holdExpiresAt: new Date(until),
  });
}
const stayNow = async (id: string) =>
  (
    await world.owner.query<{ status: string; version: number; occupies: string | null }>(
      'SELECT status, version, occupies FROM stay WHERE id = $1',
      [id],
    )
  ).rows[0];

test('a hold lapses when its time is over, with an event by nobody, and frees its nights', async () => {
  const [over, running] = [
    await aHold('2026-06-01T22:00:00Z'),
    await aHold('2026-06-02T22:00:00Z'),
  ];
  world.clock.moveTo('2026-06-01T21:59:59Z');
  await run();
  expect(await stayNow(over)).toMatchObject({ status: 'PROPOSED', version: 1 });
  world.clock.moveTo('2026-06-01T22:00:00Z');
  await run();
  await run();
  expect(await stayNow(over)).toEqual({ status: 'LAPSED', version: 2, occupies: null });
  expect(await stayNow(running)).toMatchObject({ status: 'PROPOSED' });
  const { rows } = await world.owner.query(
    'SELECT actor_id, verb, from_status, to_status FROM event WHERE subject_id = $1',
    [over],
  );
  expect(rows).toEqual([
    { actor_id: null, verb: 'stay:lapse', from_status: 'PROPOSED', to_status: 'LAPSED' },
  ]);
  const audited = await world.owner.query(
    "SELECT actor_role, object_id FROM audit.log WHERE action = 'stay:lapse'",
  );
  expect(audited.rows).toEqual([{ actor_role: 'shelter_job', object_id: over }]);
});

test('several processes at once lapse a hold once', async () => {
  const hold = await aHold('2026-06-03T22:00:00Z');
  world.clock.moveTo('2026-06-04T09:00:00Z');
  await Promise.all([run(), run(), run()]);
  expect(await stayNow(hold)).toMatchObject({ status: 'LAPSED', version: 2 });
});

test('while another process is at it, this one leaves it alone', async () => {
  const hold = await aHold('2026-06-03T22:00:00Z');
  const other = await world.owner.connect();
  await other.query("SELECT pg_advisory_lock(hashtextextended('shelter_city.job/holds', 0))");
  await run();
  expect(await stayNow(hold)).toMatchObject({ status: 'PROPOSED' });
  await other.query('SELECT pg_advisory_unlock_all()');
  other.release();
  await run();
  expect(await stayNow(hold)).toMatchObject({ status: 'LAPSED' });
});

test('a place that somebody works on doesn’t stop the job: it says so and comes back', async () => {
  const hold = await aHold('2026-06-03T22:00:00Z');
  const other = await world.owner.connect();
  await other.query('BEGIN');
  await other.query(
    'SELECT 1 FROM place WHERE id = (SELECT place_id FROM stay WHERE id = $1) FOR UPDATE',
    [hold],
  );
  await run();
  await other.query('ROLLBACK');
  other.release();
  expect(world.log()).toContain('The timed work on holds failed (55P03)');
  await run();
  expect(await stayNow(hold)).toMatchObject({ status: 'LAPSED' });
});

test('keys, sessions and delays that nobody asks for any more are dropped, the others stay', async () => {
  const { accountId, sessionId } = await world.signedInAs('MANAGER');
  await world.owner.query(
    `INSERT INTO idempotency_key (account_id, key, request_hash, reply, ring_key_id, created_at)
    SELECT $1, gen_random_uuid(), '', '', 'k', now() - age FROM unnest(ARRAY[interval '25 hours', interval '1 hour']) age`,
    [accountId],
  );
  await world.owner.query(
    `INSERT INTO session (account_id, token_hash, device, expires_at)
    SELECT $1, age::text::bytea, 'old', now() - age FROM unnest(ARRAY[interval '31 days', interval '1 day']) age`,
    [accountId],
  );
  await world.owner.query(
    `INSERT INTO sign_in_delay (bucket, failures, not_before) VALUES ('old', 1, now() - interval '2 days'), ('new', 1, now())`,
  );
  await run();
  expect(
    (await world.owner.query('SELECT 1 FROM idempotency_key WHERE account_id = $1', [accountId]))
      .rowCount,
  ).toBe(1);
  const { rows } = await world.owner.query(
    'SELECT id = $2 AS current FROM session WHERE account_id = $1 ORDER BY 1',
    [accountId, sessionId],
  );
  expect(rows).toEqual([{ current: false }, { current: true }]);
  expect(
    (await world.owner.query("SELECT convert_from(bucket, 'UTF8') AS bucket FROM sign_in_delay"))
      .rows,
  ).toEqual([{ bucket: 'new' }]);
});
