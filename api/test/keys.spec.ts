import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { defenders } from '@shelter-city/contract/defenders';
import {
  dropOldKeys,
  secondsBeforeDropping,
  turnKeys,
} from '@shelter-city/prisma/keeping/key-rotation';
import { changeUrl } from '@shelter-city/prisma/tools/query';
import { keyRingOfFile } from '@shelter-city/vault/key-ring';
import type { RingFile } from '@shelter-city/vault/ring-file';
import { openTotp, sealTotp } from '@shelter-city/vault/totp-seal';
import { aCall } from './factories/defender.ts';
import { aContact, anIdentity, aProfile } from './factories/profile.ts';
import { startApiProcess, type ApiProcess } from './harness/api-process.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let other: ApiProcess;
let callId: string;
beforeAll(async () => {
  world = await startApp();
  coordinator = await world.signedInAs('COORDINATOR', { riskCleared: true });
  callId = await aCall(world.owner);
  other = await startApiProcess({
    databaseUrl: changeUrl(world.ownerUrl, { user: 'shelter_api' }),
    keyFile: world.keyFile,
  });
}, 90_000);
afterAll(async () => {
  await other.stop();
  await world.stop();
});

const aPerson = async () =>
  (
    await coordinator.call(defenders.create, {
      body: {
        callId,
        profile: aProfile(),
        identity: anIdentity(),
        contact: aContact(),
        dependants: null,
      },
    })
  ).reply;
const reveal = (code: string, compartment = 'IDENTITY') =>
  coordinator.call(defenders.reveal, {
    params: { code },
    body: { compartment, reason: 'Invitation letter for the visa' },
  });
/** The same from the other process. */
const revealThere = async (code: string): Promise<unknown> => {
  const answer = await fetch(`${other.origin}/api/defenders/${code}/reveals`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: coordinator.cookie,
      origin: other.origin,
    },
    body: JSON.stringify({ compartment: 'IDENTITY', reason: 'Invitation letter for the visa' }),
  });
  return ((await answer.json()) as { revealed: { content: unknown } }).revealed.content;
};
const ring = () => JSON.parse(readFileSync(world.keyFile, 'utf8')) as RingFile;
const keysNamed = async () =>
  (
    await world.owner.query<{ ring_key_id: string }>(
      'SELECT DISTINCT ring_key_id FROM vault.data_key ORDER BY 1',
    )
  ).rows.map(({ ring_key_id }) => ring_key_id);
/** Data keys of nobody, so that a turn takes several batches. */
const manyKeys = async (count: number) => {
  const own = keyRingOfFile(world.keyFile);
  for (let n = 0; n < count; n += 1) {
    const { wrapped, ringKeyId } = own.wrap(randomBytes(32));
    await world.owner.query('INSERT INTO vault.data_key (wrapped, ring_key_id) VALUES ($1, $2)', [
      Buffer.from(wrapped),
      ringKeyId,
    ]);
  }
};
const now = Temporal.Instant.from('2026-06-01T10:00:00Z');
const later = now.add({ seconds: secondsBeforeDropping });

describe('turning the key ring', () => {
  test('rewraps everything while two processes open and seal, and both go on after it', async () => {
    const before = await aPerson();
    const [during, turn] = await Promise.all([
      Promise.all(Array.from({ length: 5 }, aPerson)),
      turnKeys(world.ownerUrl, world.keyFile, now),
      Promise.all(Array.from({ length: 5 }, () => revealThere(before.code))),
    ]);
    expect(turn).toMatchObject({ resumed: false, current: ring().current });
    // Whoever wrapped with the old key just before the turn is found by going on with it.
    await turnKeysUntilDone();
    expect(await keysNamed()).toEqual([ring().current]);
    for (const { code } of [before, ...during, await aPerson()]) {
      expect((await reveal(code)).reply.revealed.content).toEqual(anIdentity());
      expect(await revealThere(code)).toEqual(anIdentity());
    }
  });

  /** One turn may leave rows of writers that were under way; only a turn that was not finished goes on. */
  async function turnKeysUntilDone(): Promise<void> {
    const { current } = ring();
    const named = await keysNamed();
    if (named.some((id) => id !== current))
      expect(await turnKeys(world.ownerUrl, world.keyFile, now)).toMatchObject({ resumed: true });
  }

  test('goes on where it was killed, without another key', async () => {
    const person = await aPerson();
    await manyKeys(450);
    const keysBefore = Object.keys(ring().keys).length;
    await expect(
      turnKeys(world.ownerUrl, world.keyFile, now, () => {
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await keysNamed()).toHaveLength(2);
    expect((await reveal(person.code)).status).toBe(200);
    expect(await dropOldKeys(world.ownerUrl, world.keyFile, later)).toEqual({
      refused: expect.stringContaining('still name another key'),
    });
    expect(await turnKeys(world.ownerUrl, world.keyFile, now)).toMatchObject({ resumed: true });
    expect(Object.keys(ring().keys)).toHaveLength(keysBefore + 1);
    expect(await keysNamed()).toEqual([ring().current]);
  });

  test('rewraps the secrets of authenticators, and forgets the old keys only when nothing names them', async () => {
    const own = keyRingOfFile(world.keyFile);
    const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM account');
    for (const { id } of rows)
      await world.owner.query('UPDATE account SET totp_sealed = $2 WHERE id = $1', [
        id,
        Buffer.from(sealTotp(own, id, 'SECRETSECRETSECRETSECRET')),
      ]);
    await coordinator.call(defenders.create, {
      body: { callId, profile: aProfile(), identity: null, contact: null, dependants: null },
      headers: { 'idempotency-key': randomUUID() },
    });
    await turnKeys(world.ownerUrl, world.keyFile, now);
    expect(await dropOldKeys(world.ownerUrl, world.keyFile, later)).toEqual({
      refused: expect.stringContaining('answers kept for a repeated request'),
    });
    await world.owner.query('DELETE FROM idempotency_key');
    expect(
      await dropOldKeys(world.ownerUrl, world.keyFile, later.subtract({ seconds: 1 })),
    ).toEqual({ refused: expect.stringContaining('less than 60 seconds ago') });
    const result = await dropOldKeys(world.ownerUrl, world.keyFile, later);
    expect(result).toHaveProperty('dropped');
    expect(Object.keys(ring().keys)).toEqual([ring().current]);
    const fresh = keyRingOfFile(world.keyFile);
    const { rows: accounts } = await world.owner.query<{ id: string; totp_sealed: Buffer }>(
      'SELECT id, totp_sealed FROM account',
    );
    for (const { id, totp_sealed } of accounts)
      expect(openTotp(fresh, id, totp_sealed)).toBe('SECRETSECRETSECRETSECRET');
    const person = await aPerson();
    expect((await reveal(person.code)).status).toBe(200);
  });
});

describe('a sealed value doesn’t open, and leaves no row of an opening, when', () => {
  let person: Awaited<ReturnType<typeof aPerson>>;
  let stranger: typeof person;
  beforeEach(async () => {
    [person, stranger] = [await aPerson(), await aPerson()];
  });
  const of = (who: string, compartment: string) =>
    `(SELECT sealed FROM sealed_compartment WHERE defender_id = '${who}' AND compartment = '${compartment}')`;
  const keyOf = (who: string, compartment: string) =>
    `(SELECT data_key_id FROM sealed_compartment WHERE defender_id = '${who}' AND compartment = '${compartment}')`;

  const tampering: Readonly<Record<string, (p: string, s: string) => string>> = {
    'a bit was flipped': () => 'sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)',
    'a bit of its nonce was flipped': () =>
      'sealed = set_byte(sealed, 0, get_byte(sealed, 0) # 128)',
    'a bit of its tag was flipped': () => 'sealed = set_byte(sealed, 12, get_byte(sealed, 12) # 1)',
    'it was cut short by a byte': () => 'sealed = substring(sealed FOR length(sealed) - 1)',
    'it was cut to nothing': () => "sealed = ''",
    'it was made longer': () => "sealed = sealed || '\\x00'::bytea",
    'it is another person’s': (_, s) => `sealed = ${of(s, 'IDENTITY')}`,
    'it is another person’s, with its key': (_, s) =>
      `sealed = ${of(s, 'IDENTITY')}, data_key_id = ${keyOf(s, 'IDENTITY')}`,
    'it is another compartment’s, with its key': (p) =>
      `sealed = ${of(p, 'CONTACT')}, data_key_id = ${keyOf(p, 'CONTACT')}`,
    'it has another key': (_, s) => `data_key_id = ${keyOf(s, 'IDENTITY')}`,
    'it says another version': () => 'version = version + 1',
  };
  const auditRows = async () =>
    (
      await world.owner.query<{ one: number }>(
        "SELECT 1 AS one FROM audit.log WHERE object_id = $1 AND action = 'defender:reveal' AND result = 'DONE'",
        [person.id],
      )
    ).rows;

  test.each(Object.keys(tampering))('%s', async (how) => {
    expect((await reveal(person.code)).status).toBe(200);
    await world.owner.query(
      `UPDATE sealed_compartment SET ${tampering[how]!(person.id, stranger.id)} WHERE defender_id = $1 AND compartment = 'IDENTITY'`,
      [person.id],
    );
    const answer = await reveal(person.code);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('Canary');
    expect(await auditRows()).toHaveLength(1);
  });

  test('its key was wrapped by another ring', async () => {
    const foreign = keyRingOfFile(`${world.keyFile}.foreign`).wrap(randomBytes(32));
    await world.owner.query(
      `UPDATE vault.data_key SET wrapped = $1 WHERE id = ${keyOf(person.id, 'IDENTITY')}`,
      [Buffer.from(foreign.wrapped)],
    );
    expect((await reveal(person.code)).status).toBe(500);
    expect(await auditRows()).toEqual([]);
  });

  test('an older content was put back', async () => {
    const { rows } = await world.owner.query<{ sealed: Buffer }>(
      `SELECT ${of(person.id, 'IDENTITY')} AS sealed`,
    );
    const written = await coordinator.call(defenders.seal, {
      params: { code: person.code },
      body: {
        version: 1,
        sealed: {
          compartment: 'IDENTITY',
          content: { ...anIdentity(), legalName: 'Somebody Else' },
        },
      },
    });
    expect(written.status).toBe(200);
    await world.owner.query(
      "UPDATE sealed_compartment SET sealed = $2 WHERE defender_id = $1 AND compartment = 'IDENTITY'",
      [person.id, rows[0]!.sealed],
    );
    expect((await reveal(person.code)).status).toBe(500);
  });
});
