import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { defenders } from '@shelter-city/contract/defenders';
import { backUp, filesOfBackup, type BackupFiles } from '@shelter-city/prisma/keeping/backup';
import { checkRestored } from '@shelter-city/prisma/keeping/backup-check';
import { restore } from '@shelter-city/prisma/keeping/restore';
import {
  startEmbeddedServer,
  type EmbeddedServer,
} from '@shelter-city/prisma/tools/embedded-server';
import { queryOnce } from '@shelter-city/prisma/tools/query';
import { keyRingOfFile, type KeyRing } from '@shelter-city/vault/key-ring';
import { TimedWork } from '../src/jobs/timed-work.ts';
import { aCall } from './factories/defender.ts';
import { aContact, anIdentity, aProfile, someDependants } from './factories/profile.ts';
import { startApp, type TestApp } from './harness/app.ts';

let world: TestApp;
let empty: EmbeddedServer;
let folder: string;
let files: BackupFiles;
let ring: KeyRing;
let anchorFile: string;
const now = Temporal.Instant.from('2026-06-01T10:00:00Z');

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shelter-city-backup-spec-'));
  world = await startApp();
  empty = await startEmbeddedServer({ dataFolder: path.join(folder, 'pg'), throwAway: true });
  ring = keyRingOfFile(world.keyFile);
  anchorFile = path.join(path.dirname(world.keyFile), 'audit-anchors.jsonl');
  const coordinator = await world.signedInAs('COORDINATOR');
  const callId = await aCall(world.owner);
  for (let n = 0; n < 3; n += 1)
    await coordinator.call(defenders.create, {
      body: {
        callId,
        profile: aProfile(),
        identity: anIdentity(),
        contact: aContact(),
        dependants: someDependants(),
      },
    });
  await world.app.get(TimedWork, { strict: false }).run();
  const { rows } = await world.owner.query<{ parts: number }>('SELECT count(*)::integer AS parts FROM sealed_compartment GROUP BY defender_id');
  sealedOfOne = rows[0]?.parts ?? 0;
  sealed = rows.reduce((sum, { parts }) => sum + parts, 0);
  files = filesOfBackup(path.join(folder, 'first'));
  await backUp(world.ownerUrl, path.join(folder, 'first'), ring, now);
}, 60_000);
afterAll(async () => {
  await empty.stop();
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

let target: string;
let count = 0;
beforeEach(async () => {
  const name = `restored_${String((count += 1))}`;
  await queryOnce(empty.url('postgres'), `CREATE DATABASE ${name}`);
  target = empty.url(name);
});
/** The sealed parts of three people, as they were backed up; of one of them. */
let sealed = 0;
let sealedOfOne = 0;
/** A copy of an archive that may be spoiled. */
const copyOf = (file: string) => {
  const copy = path.join(folder, `copy-${String((count += 1))}.archive`);
  copyFileSync(file, copy);
  return copy;
};

test('a backup goes into an empty cluster with its counts, chain and policies, and the ring opens what is sealed', async () => {
  const manifests = await restore(target, files, ring);
  const found = await checkRestored(target, manifests, ring, anchorFile);
  expect(sealedOfOne).toBeGreaterThanOrEqual(3);
  expect(found).toMatchObject({ faults: [], opened: sealed, erased: 0 });
  expect(found.auditRows).toBeGreaterThan(10);
  // What is written next goes on with the chain.
  await queryOnce(target, "INSERT INTO audit.log (action, result) VALUES ('x:y', 'DONE')");
  expect(await checkRestored(target, [], ring, anchorFile)).toMatchObject({
    auditRows: found.auditRows + 1,
    faults: [],
  });
});

test('a lost, an added and an edited row are found after it', async () => {
  const manifests = await restore(target, files, ring);
  await queryOnce(
    target,
    "ALTER TABLE audit.log DISABLE TRIGGER USER; UPDATE audit.log SET reason = 'x' WHERE seq = (SELECT min(seq) FROM audit.log); DELETE FROM defender_language; ALTER TABLE place NO FORCE ROW LEVEL SECURITY",
  );
  const { faults } = await checkRestored(target, manifests, ring, anchorFile);
  expect(faults).toEqual([
    expect.stringContaining('public.defender_language holds 0 rows'),
    'No forced row policy guards public.place.',
    'The audit log was tampered with: edited.',
  ]);
});

test('another ring opens neither the archives nor what was restored from them', async () => {
  const other = keyRingOfFile(path.join(folder, 'other-keys.json'));
  await expect(restore(target, files, other)).rejects.toThrow('holds no key named');
  const manifests = await restore(target, files, ring);
  const { opened, faults } = await checkRestored(target, manifests, other, '/nowhere');
  expect(opened).toBe(0);
  expect(faults).toContain(`${String(sealed)} sealed values don't open with this key ring.`);
});

test('the archives and a folder made for them are their owner’s alone', () => {
  const modeOf = (place: string) => (statSync(place).mode & 0o777).toString(8);
  expect([path.dirname(files.data), files.data, files.vault].map(modeOf)).toEqual(['700', '600', '600']);
});

test('the archives show nothing of what they hold, and the data hold no key', () => {
  for (const file of [files.data, files.vault])
    expect(readFileSync(file).includes('Canary')).toBe(false);
  expect(readFileSync(files.data).includes('defender')).toBe(false);
});

test('a person who was erased after the backup stays unreadable when its data come back', async () => {
  await world.owner.query(
    'DELETE FROM vault.data_key WHERE id IN (SELECT data_key_id FROM sealed_compartment WHERE defender_id = (SELECT min(id::text)::uuid FROM defender))',
  );
  const later = filesOfBackup(path.join(folder, 'second'));
  await backUp(world.ownerUrl, path.join(folder, 'second'), ring, now);
  const manifests = await restore(target, { data: files.data, vault: later.vault }, ring);
  expect(await checkRestored(target, manifests, ring, anchorFile)).toMatchObject({
    faults: [],
    opened: sealed - sealedOfOne,
    erased: sealedOfOne,
  });
});

test.each([
  [
    'a flipped bit',
    (copy: string) => {
      const bytes = readFileSync(copy);
      bytes[bytes.length - 300]! ^= 1;
      writeFileSync(copy, bytes);
    },
  ],
  [
    'a lost tail',
    (copy: string) => {
      truncateSync(copy, readFileSync(copy).length - 5);
    },
  ],
  [
    'a lost last piece',
    (copy: string) => {
      const bytes = readFileSync(copy);
      let at = bytes.indexOf(10) + 1;
      let last = at;
      while (at < bytes.length) {
        last = at;
        at += 4 + bytes.readUInt32BE(at);
      }
      truncateSync(copy, last);
    },
  ],
])('an archive with %s is refused, and no row is left', async (_, spoil) => {
  const data = copyOf(files.data);
  spoil(data);
  await expect(restore(target, { ...files, data }, ring)).rejects.toThrow();
  expect(
    await queryOnce(target, "SELECT 1 AS one FROM pg_tables WHERE schemaname = 'public'"),
  ).toEqual([]);
});

test('a database that holds rows, and archives that are not one of each kind, are refused', async () => {
  await expect(restore(target, { data: files.data, vault: files.data }, ring)).rejects.toThrow(
    'one archive of data and one of the vault',
  );
  await restore(target, files, ring);
  await expect(restore(target, files, ring)).rejects.toThrow('an empty database only');
});
