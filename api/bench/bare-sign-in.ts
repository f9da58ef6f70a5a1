import { createHash, randomBytes } from 'node:crypto';
import { isPassword } from '@shelter-city/vault/password';
import type pg from 'pg';

/** A sign-in as the API gets it; the network is another one each time. */
export type BareSignIn = { readonly email: string; readonly password: string; readonly network: string };

type Account = { readonly id: string; readonly password_hash: string };

/** One hash at a time in each of two lanes, as in the API: more would fight for the same two cores. */
let lanes: readonly Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const [first = Promise.resolve(), second = Promise.resolve()] = lanes;
  const mine = first.then(work);
  lanes = [second, mine.catch(() => undefined)];
  return mine;
}

/** The same Argon2 and the same statements: two delays, the account; its step, the audit log, the delays forgiven, the session, its view. */
export async function signInBare(pool: pg.Pool, { email, password, network }: BareSignIn): Promise<unknown> {
  const client = await pool.connect();
  const run = async <Row extends pg.QueryResultRow>(name: string, text: string, values: readonly unknown[]) =>
    (await client.query<Row>({ name, text, values: [...values] })).rows;
  const buckets = [`account/${email}`, `network/${network}`].map((name) => createHash('sha256').update(name).digest());
  try {
    await client.query('BEGIN');
    for (const bucket of buckets) {
      await run('delay', `INSERT INTO sign_in_delay AS d (bucket, failures, not_before) VALUES ($1, 1, now())
        ON CONFLICT (bucket) DO UPDATE SET failures = least(d.failures + 1, 30) WHERE d.not_before <= now() RETURNING failures`, [bucket]);
    }
    const [account] = await run<Account>('account', 'SELECT id, password_hash, totp_sealed, totp_last_step, disabled_at FROM account WHERE email = $1', [email]);
    await client.query('COMMIT');
    const isRight = account !== undefined && (await inTurn(() => isPassword(account.password_hash, password)));
    if (!isRight) throw new Error('A sign-in was refused');
    await client.query('BEGIN');
    await run('step', 'UPDATE account SET totp_last_step = totp_last_step + 1 WHERE id = $1 AND disabled_at IS NULL', [account.id]);
    await run('audit', "SELECT audit.append('session:start', 'ACCOUNT', $1, NULL, 'DONE', NULL, '{}', NULL)", [account.id]);
    await run('forgive', 'DELETE FROM sign_in_delay WHERE bucket = $1', [buckets[0]]);
    await run('forgive-one', 'UPDATE sign_in_delay SET failures = failures - 1 WHERE bucket = $1', [buckets[1]]);
    const [session] = await run<{ id: string }>('session', `INSERT INTO session (account_id, token_hash, device, expires_at)
      VALUES ($1, $2, 'bench', now() + interval '10 hours') RETURNING id`, [account.id, randomBytes(32)]);
    const view = await run('view', `SELECT a.id, a.display_name, a.email, a.role, a.language, c.name, s.expires_at, (SELECT value FROM setting WHERE name = 'sample_data') AS sample
      FROM account a LEFT JOIN host_city c ON c.id = a.city_id JOIN session s ON s.id = $1 WHERE a.id = $2`, [session?.id, account.id]);
    await client.query('COMMIT');
    return view;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
