import { keyRingOfFile, type KeyRing } from '@shelter-city/vault/key-ring';
import { changeRing, freshKey, readRing } from '@shelter-city/vault/ring-file';
import { rewrapTotp, ringKeyOfTotp } from '@shelter-city/vault/totp-seal';
import type pg from 'pg';
import { withClient } from '../tools/query.ts';

/** Rows in one transaction: short enough that nobody waits, so a killed turn loses little. */
const atOnce = 200;

/** So long after a turn the old key stays: whoever wrapped with it just before has committed by then. Units: seconds. */
export const secondsBeforeDropping = 60;

/** What a turn did. */
export type Turn = {
  /** Whether an unfinished turn went on instead of a new one. */
  readonly resumed: boolean;
  readonly current: string;
  readonly rewrapped: number;
};

/**
 * Makes another key of the ring the current one and rewraps everything under it, some rows at a time, while the API runs.
 * A turn that was killed is taken up where it stopped; what is sealed is opened by both keys meanwhile.
 */
export async function turnKeys(
  ownerUrl: string,
  keyFile: string,
  now: Temporal.Instant,
  onProgress: (rewrapped: number) => void = () => undefined,
): Promise<Turn> {
  const ring = keyRingOfFile(keyFile);
  return withClient(ownerUrl, async (client) => {
    const resumed = (await rowsOfOtherKeys(client, ring.current())) > 0;
    if (!resumed) {
      const { id, key } = freshKey();
      changeRing(keyFile, (before) => ({
        ...before,
        current: id,
        keys: { ...before.keys, [id]: key },
        turnedAt: now.toString(),
      }));
    }
    let rewrapped = 0;
    for (;;) {
      const some = (await rewrapDataKeys(client, ring)) + (await rewrapTotps(client, ring));
      if (some === 0) return { resumed, current: ring.current(), rewrapped };
      rewrapped += some;
      onProgress(rewrapped);
    }
  });
}

/** What stands in the way of dropping the keys that don't wrap any more, or their names once they are gone. */
export async function dropOldKeys(
  ownerUrl: string,
  keyFile: string,
  now: Temporal.Instant,
): Promise<{ readonly dropped: readonly string[] } | { readonly refused: string }> {
  return withClient(ownerUrl, async (client) => {
    const ring = keyRingOfFile(keyFile);
    const named = await rowsOfOtherKeys(client, ring.current());
    if (named > 0)
      return { refused: `${String(named)} rows still name another key. Run: npm run keys:rotate` };
    const answers = await answersOfOtherKeys(client, ring.current());
    if (answers > 0)
      return {
        refused: `${String(answers)} answers kept for a repeated request name another key. They go within a day.`,
      };
    const { turnedAt, current, keys } = readRing(keyFile);
    if (
      turnedAt !== undefined &&
      Temporal.Instant.from(turnedAt).until(now).total('seconds') < secondsBeforeDropping
    )
      return {
        refused: `The keys were turned less than ${String(secondsBeforeDropping)} seconds ago: what began before may still be written.`,
      };
    changeRing(keyFile, (before) => ({
      ...before,
      // Of a key that somebody added meanwhile nothing is known: it stays.
      keys: Object.fromEntries(
        Object.entries(before.keys).filter(([id]) => id === current || !(id in keys)),
      ),
    }));
    return { dropped: Object.keys(keys).filter((id) => id !== current) };
  });
}

/** Data keys and authenticator secrets that another key than `current` wrapped. */
function rowsOfOtherKeys(client: pg.Client, current: string): Promise<number> {
  return asKeeper(client, async () => {
    const { rows } = await client.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM vault.data_key WHERE ring_key_id <> $1',
      [current],
    );
    return (rows[0]?.count ?? 0) + (await totpsOfOtherKeys(client, current)).length;
  });
}

function answersOfOtherKeys(client: pg.Client, current: string): Promise<number> {
  return asKeeper(client, async () => {
    const { rows } = await client.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM idempotency_key WHERE ring_key_id <> $1',
      [current],
    );
    return rows[0]?.count ?? 0;
  });
}

function rewrapDataKeys(client: pg.Client, ring: KeyRing): Promise<number> {
  return asKeeper(client, async () => {
    const { rows } = await client.query<{ id: string; wrapped: Buffer; ring_key_id: string }>(
      `SELECT id, wrapped, ring_key_id FROM vault.data_key WHERE ring_key_id <> $1 ORDER BY id LIMIT ${String(atOnce)} FOR NO KEY UPDATE`,
      [ring.current()],
    );
    const wrapped = rows.map((row) =>
      ring.wrap(ring.unwrap({ wrapped: row.wrapped, ringKeyId: row.ring_key_id })),
    );
    await client.query(
      `UPDATE vault.data_key k SET wrapped = n.wrapped, ring_key_id = n.ring_key_id
       FROM unnest($1::uuid[], $2::bytea[], $3::text[]) AS n(id, wrapped, ring_key_id) WHERE k.id = n.id`,
      [
        rows.map(({ id }) => id),
        wrapped.map((one) => Buffer.from(one.wrapped)),
        wrapped.map(({ ringKeyId }) => ringKeyId),
      ],
    );
    return rows.length;
  });
}

async function rewrapTotps(client: pg.Client, ring: KeyRing): Promise<number> {
  return asKeeper(client, async () => {
    const found = (await totpsOfOtherKeys(client, ring.current())).slice(0, atOnce);
    for (const { id, totp_sealed } of found)
      // Only over what was read: an authenticator that was set up anew meanwhile stays.
      await client.query('UPDATE account SET totp_sealed = $3 WHERE id = $1 AND totp_sealed = $2', [
        id,
        totp_sealed,
        Buffer.from(rewrapTotp(ring, totp_sealed)),
      ]);
    return found.length;
  });
}

async function totpsOfOtherKeys(
  client: pg.Client,
  current: string,
): Promise<readonly { readonly id: string; readonly totp_sealed: Buffer }[]> {
  const { rows } = await client.query<{ id: string; totp_sealed: Buffer }>(
    'SELECT id, totp_sealed FROM account WHERE totp_sealed IS NOT NULL ORDER BY id',
  );
  return rows.filter(({ totp_sealed }) => {
    const by = ringKeyOfTotp(totp_sealed);
    return by !== null && by !== current;
  });
}

/** One transaction as the keeper, who sees keys and nothing they open. */
async function asKeeper<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN; SET LOCAL ROLE shelter_keeper');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
