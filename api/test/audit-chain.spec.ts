import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { checkAuditLog, type AuditFindings } from '@shelter-city/prisma/keeping/audit-check';
import { anchorLine } from '@shelter-city/vault/audit-anchor';
import { keyRingOfFile } from '@shelter-city/vault/key-ring';
import { TimedWork } from '../src/jobs/timed-work.ts';
import { startApp, type TestApp } from './harness/app.ts';

const rows = 12;
let world: TestApp;
let anchorFile: string;
let anchors: string;

beforeAll(async () => {
  world = await startApp();
  anchorFile = path.join(path.dirname(world.keyFile), 'audit-anchors.jsonl');
  for (let n = 1; n <= rows; n += 1)
    await world.owner.query(
      "INSERT INTO audit.log (actor_id, action, result, reason, fields) VALUES (gen_random_uuid(), 'défenseur:read', 'DONE', $1, $2)",
      [n % 2 === 0 ? null : `Raison n° ${String(n)} “…”`, n % 3 === 0 ? [] : ['legalName', 'a:b']],
    );
  await world.app.get(TimedWork, { strict: false }).run();
  anchors = readFileSync(anchorFile, 'utf8');
  await world.owner.query(
    'CREATE TABLE keep_log AS TABLE audit.log; CREATE TABLE keep_chain AS TABLE audit.chain',
  );
});
afterAll(async () => {
  await world.stop();
});
afterEach(async () => {
  await past(
    'TRUNCATE audit.log, audit.chain; INSERT INTO audit.log SELECT * FROM keep_log; INSERT INTO audit.chain SELECT * FROM keep_chain',
  );
  writeFileSync(anchorFile, anchors);
});

/** Does something to the log that no trigger sees, as the owner of the server could. */
const past = (sql: string) =>
  world.owner.query(
    `BEGIN; SET LOCAL session_replication_role = replica; ALTER TABLE audit.log DISABLE TRIGGER USER; ALTER TABLE audit.chain DISABLE TRIGGER USER; ${sql}; ALTER TABLE audit.log ENABLE TRIGGER USER; ALTER TABLE audit.chain ENABLE TRIGGER USER; COMMIT`,
  );
const check = (): Promise<AuditFindings> =>
  checkAuditLog(world.ownerUrl, keyRingOfFile(world.keyFile), anchorFile);
const seqAt = async (position: number) =>
  (
    await world.owner.query<{ seq: string }>('SELECT seq FROM keep_chain WHERE position = $1', [
      position,
    ])
  ).rows[0]!.seq;

test('every row is chained to the one before, and a signed anchor for its owner alone says where it ended', async () => {
  expect(await check()).toEqual({ rows, anchors: 1, faults: [] });
  expect(statSync(anchorFile).mode & 0o777).toBe(0o600);
});

test('the administrator’s own check in the database finds nothing either', async () => {
  const { rows: bad } = await world.owner.query(
    'SELECT * FROM audit.first_bad(1, 1000) UNION ALL SELECT NULL, audit.first_unchained() WHERE audit.first_unchained() IS NOT NULL',
  );
  expect(bad).toEqual([]);
});

describe('of six ways to tamper, the check names', () => {
  const found = async (sql: string) => {
    await past(sql);
    return (await check()).faults[0];
  };

  test.each(['reason', 'defender_id', 'actor_id', 'at', 'fields', 'result', 'request_id'])(
    'an edited row, by its %s',
    async (column) => {
      const seq = await seqAt(5);
      const other = {
        reason: "'x'",
        defender_id: 'gen_random_uuid()',
        actor_id: 'NULL',
        at: "at + interval '1 ms'",
        fields: "ARRAY['legalName', 'a', 'b']",
        result: "'REFUSED'",
        request_id: "'r'",
      }[column]!;
      expect(await found(`UPDATE audit.log SET ${column} = ${other} WHERE seq = ${seq}`)).toEqual({
        kind: 'edited',
        position: 5,
        seq,
        anchorLine: null,
      });
      const inDatabase = await world.owner.query('SELECT * FROM audit.first_bad(1, 1000)');
      expect(inDatabase.rows).toEqual([{ place: '5', seq }]);
    },
  );

  test('a deleted row, with or without its link', async () => {
    const seq = await seqAt(7);
    expect(await found(`DELETE FROM audit.log WHERE seq = ${seq}`)).toMatchObject({
      kind: 'deleted',
      position: 7,
      seq,
    });
    expect(await found(`DELETE FROM audit.chain WHERE position = 7`)).toMatchObject({
      kind: 'deleted',
      position: 8,
    });
  });

  test('an inserted row', async () => {
    const { rows: made } = await world.owner.query<{ seq: string }>(
      "SELECT nextval('audit.log_seq_seq') AS seq",
    );
    const { seq } = made[0]!;
    expect(
      await found(`INSERT INTO audit.log (seq, action, result) VALUES (${seq}, 'x:y', 'DONE')`),
    ).toMatchObject({ kind: 'inserted', seq });
    const inDatabase = await world.owner.query('SELECT audit.first_unchained() AS seq');
    expect(inDatabase.rows).toEqual([{ seq }]);
  });

  test('rows that changed places, in the log or in the chain', async () => {
    const [one, other] = [await seqAt(3), await seqAt(6)];
    const swap = (table: string) =>
      `UPDATE audit.${table} SET seq = -1 WHERE seq = ${one}; UPDATE audit.${table} SET seq = ${one} WHERE seq = ${other}; UPDATE audit.${table} SET seq = ${other} WHERE seq = -1`;
    expect(await found(swap('log'))).toMatchObject({ kind: 'reordered', position: 3 });
    await past(swap('log'));
    expect((await check()).faults).toEqual([]);
    expect(await found(swap('chain'))).toMatchObject({ kind: 'reordered', position: 3 });
  });

  test('a tail that was cut off, by the anchor', async () => {
    expect(
      await found(
        `DELETE FROM audit.log WHERE seq >= ${await seqAt(10)}; DELETE FROM audit.chain WHERE position >= 10`,
      ),
    ).toEqual({ kind: 'cut off', position: rows, seq: null, anchorLine: 1 });
  });

  test('a chain that was written anew from some row on, by the anchor', async () => {
    const anew = `UPDATE audit.log SET reason = 'x' WHERE seq = ${await seqAt(11)};
      DO $$ DECLARE p bytea; BEGIN FOR i IN 11..${String(rows)} LOOP
        SELECT hash INTO p FROM audit.chain WHERE position = i - 1;
        UPDATE audit.chain c SET previous = p, hash = audit.link(i, p, l) FROM audit.log l WHERE c.position = i AND l.seq = c.seq;
      END LOOP; END $$`;
    expect(await found(anew)).toEqual({
      kind: 'rewritten',
      position: rows,
      seq: null,
      anchorLine: 1,
    });
  });

  test('an anchor that another key signed, or whose words were changed', async () => {
    const other = keyRingOfFile(path.join(path.dirname(world.keyFile), 'other-keys.json'));
    const head = JSON.parse(anchors) as { position: number; hash: string; at: string };
    writeFileSync(anchorFile, anchors + anchorLine(other, head));
    expect((await check()).faults).toEqual([
      { kind: 'forged anchor', position: null, seq: null, anchorLine: 2 },
    ]);
    writeFileSync(anchorFile, anchors.replace(`"position":${String(rows)}`, '"position":3'));
    expect((await check()).faults).toMatchObject([{ kind: 'forged anchor', anchorLine: 1 }]);
  });
});

test('writers at the same time make one chain, and one that is rolled back leaves no link', async () => {
  const before = (await check()).rows;
  const insert = "INSERT INTO audit.log (action, result) VALUES ('x:y', 'DONE')";
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      world.owner.query(`BEGIN; ${insert}; ${insert}; ${n % 4 === 0 ? 'ROLLBACK' : 'COMMIT'}`),
    ),
  );
  expect(await check()).toMatchObject({ rows: before + 30, faults: [] });
});
