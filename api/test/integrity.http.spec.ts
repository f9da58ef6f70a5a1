import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defenders } from '@shelter-city/contract/defenders';
import { integrity } from '@shelter-city/contract/integrity';
import { TimedWork } from '../src/jobs/timed-work.ts';
import { aCall } from './factories/defender.ts';
import { anIdentity, aProfile } from './factories/profile.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let admin: SignedIn;
let code: string;
beforeAll(async () => {
  world = await startApp();
  admin = await world.signedInAs('ADMIN');
  const coordinator = await world.signedInAs('COORDINATOR');
  const body = {
    callId: await aCall(world.owner),
    profile: aProfile(),
    identity: anIdentity(),
    contact: null,
    dependants: null,
  };
  code = (await coordinator.call(defenders.create, { body })).reply.code;
  // A case that nobody leads is everybody's.
  await world.owner.query('UPDATE defender SET case_lead_id = NULL');
  await world.owner.query(
    `INSERT INTO setting (name, value) VALUES ('reveal-quota', '{"hour": 3, "day": 5}')`,
  );
});
afterAll(async () => {
  await world.stop();
});
const reveal = (asker: SignedIn) =>
  asker.call(defenders.reveal, {
    params: { code },
    body: { compartment: 'IDENTITY', reason: 'Invitation letter for the visa' },
  });
const check = async () => (await admin.call(integrity.check)).reply;

describe('the quota of reveals', () => {
  test('stops an account that opens more in an hour, says for how long, writes it down and shows it to the administrator', async () => {
    const eager = await world.signedInAs('COORDINATOR', { riskCleared: true });
    for (let n = 0; n < 3; n += 1) expect((await reveal(eager)).status).toBe(200);
    const answer = await reveal(eager);
    expect(answer.problem).toMatchObject({ type: '/problems/too-many-reveals', status: 429 });
    expect(answer.problem.detail).toMatch(/Wait (59|60) minutes/);
    const { rows } = await world.owner.query(
      "SELECT action, result, reason FROM audit.log WHERE actor_id = $1 AND result = 'REFUSED'",
      [eager.accountId],
    );
    expect(rows).toEqual([
      { action: 'defender:reveal', result: 'REFUSED', reason: 'more reveals than the quota' },
    ]);
    expect((await check()).quotaReached).toMatchObject([
      { account: { id: eager.accountId }, times: 1 },
    ]);
  });

  test('counts many at once one after the other, and each account by itself', async () => {
    const [eager, other] = [
      await world.signedInAs('COORDINATOR', { riskCleared: true }),
      await world.signedInAs('COORDINATOR', { riskCleared: true }),
    ];
    const answers = await Promise.all(Array.from({ length: 8 }, () => reveal(eager)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 200, 200, 429, 429, 429, 429, 429,
    ]);
    expect((await reveal(other)).status).toBe(200);
  });
});

describe('the administrator’s check of the audit log', () => {
  test('says that it is whole, with how many rows and anchors, and not one row of it', async () => {
    await world.app.get(TimedWork, { strict: false }).run();
    const view = await check();
    expect(view).toMatchObject({
      firstBad: null,
      firstUnchained: null,
      badAnchor: null,
      anchors: 1,
    });
    expect(view.rows).toBeGreaterThan(5);
    const refused = await world.owner.query(
      "SELECT has_table_privilege('shelter_admin', 'audit.log', 'SELECT') AS log, has_table_privilege('shelter_admin', 'audit.chain', 'SELECT') AS chain",
    );
    expect(refused.rows).toEqual([{ log: false, chain: false }]);
  });

  test('names the first row that was edited, put in or unsigned', async () => {
    const { rows } = await world.owner.query<{ seq: string; position: string }>(
      'SELECT seq, position FROM audit.chain ORDER BY position OFFSET 2 LIMIT 1',
    );
    const { seq, position } = rows[0]!;
    await world.owner.query(
      `BEGIN; ALTER TABLE audit.log DISABLE TRIGGER USER; UPDATE audit.log SET reason = 'x' WHERE seq = ${seq};
       INSERT INTO audit.log (seq, action, result) VALUES (99999, 'x:y', 'DONE'); ALTER TABLE audit.log ENABLE TRIGGER USER; COMMIT`,
    );
    appendFileSync(
      path.join(path.dirname(world.keyFile), 'audit-anchors.jsonl'),
      '{"position":1}\n',
    );
    expect(await check()).toMatchObject({
      firstBad: { position: Number(position), row: seq },
      firstUnchained: '99999',
      badAnchor: { line: 2, kind: 'forged anchor' },
    });
  });
});
