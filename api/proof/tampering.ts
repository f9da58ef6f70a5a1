import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { checkAuditLog } from '@shelter-city/prisma/keeping/audit-check';
import { session } from '@shelter-city/contract/session';
import { keyRingOfFile } from '@shelter-city/vault/key-ring';
import { newDataKey, openWith, sealWith } from '@shelter-city/vault/seal';
import { keyFileIn } from '../bench/stage.ts';
import { aSweepWorld } from '../test/factories/sweep-world.ts';
import { allOf, counted, type Finding, type Part } from './part.ts';
import type { System } from './stage.ts';

/** What somebody with the server in hand could do to the log: past every trigger, as its owner. */
const deeds = (middle: string, other: string, tail: string): Readonly<Record<string, string>> => ({
  edited: `UPDATE audit.log SET reason = 'another reason' WHERE seq = ${middle}`,
  deleted: `DELETE FROM audit.log WHERE seq = ${middle}`,
  inserted: "INSERT INTO audit.log (action, result) VALUES ('x:y', 'DONE')",
  reordered: `UPDATE audit.log SET seq = -1 WHERE seq = ${middle}; UPDATE audit.log SET seq = ${middle} WHERE seq = ${other}; UPDATE audit.log SET seq = ${other} WHERE seq = -1`,
  'cut off': `DELETE FROM audit.log WHERE seq >= ${tail}; DELETE FROM audit.chain WHERE seq >= ${tail}`,
  rewritten: `UPDATE audit.log SET reason = 'another reason' WHERE seq = ${tail};
    DO $$ DECLARE p bytea; i record; BEGIN
      SELECT hash INTO p FROM audit.chain WHERE position = (SELECT position - 1 FROM audit.chain WHERE seq = ${tail});
      FOR i IN SELECT position, seq FROM audit.chain WHERE position >= (SELECT position FROM audit.chain WHERE seq = ${tail}) ORDER BY 1 LOOP
        UPDATE audit.chain c SET previous = p, hash = audit.link(i.position, p, l) FROM audit.log l WHERE c.position = i.position AND l.seq = i.seq
          RETURNING c.hash INTO p;
      END LOOP; END $$`,
});

const past = ({ owner }: System, sql: string) =>
  owner.query(
    `BEGIN; SET LOCAL session_replication_role = replica; ALTER TABLE audit.log DISABLE TRIGGER USER; ALTER TABLE audit.chain DISABLE TRIGGER USER; ${sql}; ALTER TABLE audit.log ENABLE TRIGGER USER; ALTER TABLE audit.chain ENABLE TRIGGER USER; COMMIT`,
  );

async function auditLog(system: System): Promise<Finding[]> {
  const ring = keyRingOfFile(keyFileIn(system.folder));
  const check = () =>
    checkAuditLog(system.ownerUrl, ring, path.join(system.folder, 'audit-anchors.jsonl'));
  const whole = await check();
  await system.owner.query(
    'CREATE TABLE kept_log AS TABLE audit.log; CREATE TABLE kept_chain AS TABLE audit.chain',
  );
  const { rows } = await system.owner.query<{ seq: string }>(
    'SELECT seq FROM audit.chain ORDER BY position',
  );
  const seqAt = (at: number) => rows.at(at)?.seq ?? '';
  const all = Object.entries(deeds(seqAt(5), seqAt(9), seqAt(-3)));
  const missed: string[] = [];
  for (const [kind, sql] of all) {
    await past(system, sql);
    const [fault] = (await check()).faults;
    if (fault?.kind !== kind) missed.push(`${kind}: found ${fault?.kind ?? 'nothing'}`);
    await past(
      system,
      'TRUNCATE audit.log, audit.chain; INSERT INTO audit.log SELECT * FROM kept_log; INSERT INTO audit.chain SELECT * FROM kept_chain',
    );
  }
  const after = await check();
  return [
    counted('rows of the audit log in one chain, its end anchored outside', whole.rows, [
      ...(whole.faults.length > 0 ? [JSON.stringify(whole.faults)] : []),
      ...(whole.anchors > 0 ? [] : ['no anchor']),
      ...(after.faults.length > 0 ? ['not whole after it was put back'] : []),
    ]),
    allOf('ways to tamper with the audit log, each named', all.length, missed),
  ];
}

/** Every way to touch a sealed value; each must refuse to open. */
function seals(): Finding[] {
  const binding = 'proof/row/column/1';
  const key = newDataKey();
  const plain = randomBytes(300);
  const sealed = sealWith(key, plain, binding);
  const opens = (bytes: Uint8Array, withKey = key, bound = binding) => {
    try {
      openWith(withKey, bytes, bound);
      return true;
    } catch {
      return false;
    }
  };
  const flipped = Array.from({ length: sealed.length * 8 }, (_, bit) => {
    const touched = Uint8Array.from(sealed);
    touched[bit >> 3] = (touched[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return touched;
  });
  const cut = Array.from({ length: sealed.length }, (_, length) => sealed.subarray(0, length));
  const others = [
    opens(sealed, newDataKey()),
    opens(sealed, key, 'proof/other-row/column/1'),
    opens(sealed, key, 'proof/row/other-column/1'),
    opens(sealed, key, 'proof/row/column/2'),
    opens(sealWith(key, plain, 'proof/other-row/column/1')),
  ].filter(Boolean).length;
  const open = (all: readonly Uint8Array[]) => all.filter((one) => opens(one)).map(() => 'opened');
  return [
    counted(
      'sealed values with one bit flipped, none opens',
      flipped.length,
      opens(sealed) ? open(flipped) : ['nothing opens at all'],
    ),
    counted('sealed values cut short, none opens', cut.length, open(cut)),
    counted(
      'wrong key, row, column, version, or swapped: none opens',
      5,
      others > 0 ? ['opened'] : [],
    ),
  ];
}

/** Sealed rows of the running system, swapped or touched in the database: a reveal says nothing and gives nothing. */
async function sealedRows(system: System): Promise<Finding[]> {
  const world = await aSweepWorld(system);
  const reveal = async () =>
    (
      await world.by.coordinator.ask('POST', `/api/defenders/${world.here.code}/reveals`, {
        body: { compartment: 'IDENTITY', reason: 'the proof looks' },
      })
    ).text;
  const target =
    "compartment = 'IDENTITY' AND defender_id = (SELECT defender_id FROM stay WHERE id = $1)";
  const touched: Readonly<Record<string, string>> = {
    'a bit flipped': `UPDATE sealed_compartment SET sealed = set_bit(sealed, 900, 1 - get_bit(sealed, 900)) WHERE ${target}`,
    'cut short': `UPDATE sealed_compartment SET sealed = substring(sealed FROM 1 FOR length(sealed) - 16) WHERE ${target}`,
    'another person’s': `UPDATE sealed_compartment s SET sealed = o.sealed, data_key_id = o.data_key_id FROM sealed_compartment o
      WHERE s.compartment = 'IDENTITY' AND s.defender_id = (SELECT defender_id FROM stay WHERE id = $1)
        AND o.compartment = 'IDENTITY' AND o.defender_id = (SELECT defender_id FROM stay WHERE id = '${world.there.stayId}')`,
    'another compartment’s': `UPDATE sealed_compartment s SET sealed = o.sealed, data_key_id = o.data_key_id FROM sealed_compartment o
      WHERE s.compartment = 'IDENTITY' AND s.defender_id = (SELECT defender_id FROM stay WHERE id = $1) AND o.compartment = 'CONTACT' AND o.defender_id = s.defender_id`,
    'its key touched': `UPDATE vault.data_key k SET wrapped = set_bit(wrapped, 300, 1 - get_bit(wrapped, 300)) FROM sealed_compartment s
      WHERE k.id = s.data_key_id AND s.${target.replace('AND defender_id', 'AND s.defender_id')}`,
  };
  const before = await reveal();
  const client = await system.owner.connect();
  const gave: string[] = before.includes('Canary Legal Name')
    ? []
    : [`untouched: ${before.slice(0, 100)}`];
  await client.query(
    'CREATE TABLE kept_sealed AS TABLE sealed_compartment; CREATE TABLE kept_keys AS TABLE vault.data_key',
  );
  for (const [name, sql] of Object.entries(touched)) {
    await client.query('SET session_replication_role = replica');
    const { rowCount } = await client.query(sql, [world.here.stayId]);
    const text = await reveal();
    if (rowCount !== 1 || !text.includes('"status":5')) gave.push(`${name}: ${text.slice(0, 120)}`);
    await client.query(
      'UPDATE sealed_compartment s SET sealed = k.sealed, data_key_id = k.data_key_id FROM kept_sealed k WHERE k.id = s.id; UPDATE vault.data_key d SET wrapped = k.wrapped FROM kept_keys k WHERE k.id = d.id; SET session_replication_role = origin',
    );
  }
  if (!(await reveal()).includes('Canary Legal Name')) gave.push('put back, and it does not open');
  client.release();
  return [
    allOf(
      'sealed rows touched in the database: nothing is shown',
      Object.keys(touched).length + 2,
      gave,
    ),
  ];
}

/** The audit log and the seals, touched. */
export const tampering: Part = {
  name: 'tampering',
  async run(stage) {
    const system = await stage.system('proof_tampering');
    const rows = await sealedRows(system);
    for (let count = 0; count < 12; count += 1)
      await (await system.signedInAs('ADMIN')).call(session.end);
    // In order: each process anchors what was written.
    await Promise.all(system.apis.map((api) => api.stop()));
    const log = await auditLog(system);
    await system.stop();
    return [...log, ...seals(), ...rows];
  },
};
