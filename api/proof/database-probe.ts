import pg from 'pg';
import { catalogue } from '../test/factories/catalogue.ts';

/** Somebody as the database knows them. */
export type Context = {
  readonly role: string;
  readonly accountId: string;
  readonly cityId: string;
  readonly cleared: boolean;
};

/** What the catalogue's spec looks at, as one text. */
export async function catalogueText(client: pg.ClientBase): Promise<string> {
  let lines = '';
  for (const sql of Object.values(catalogue))
    lines += (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line).join('\n');
  return lines;
}

const text = pg.escapeLiteral;

/** What somebody may see, change and throw away of one table: counts, or the code of the refusal. Everything is undone. */
async function reach(client: pg.ClientBase, table: string, context: Context): Promise<string> {
  const { role, accountId, cityId, cleared } = context;
  const enter = `SAVEPOINT probe; SELECT set_config('app.account_id', ${text(accountId)}, true), set_config('app.city_id', ${text(cityId)}, true),
    set_config('app.risk_cleared', ${text(cleared ? 'yes' : '')}, true), set_config('role', ${text(role)}, true)`;
  const [column] = (
    await client.query<{ name: string }>(
      "SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attname IN ('version', 'ended_at') DESC, attnum LIMIT 1",
      [table],
    )
  ).rows;
  const found: string[] = [];
  for (const sql of [
    `SELECT count(*) AS count FROM ${table}`,
    `DELETE FROM ${table}`,
    `UPDATE ${table} SET ${column?.name ?? ''} = ${column?.name ?? ''}`,
  ]) {
    try {
      // Several statements in one go answer several results, which the types of pg don't say.
      const results = (await client.query(
        `${enter}; ${sql}`,
      )) as unknown as readonly pg.QueryResult<{ count?: string }>[];
      const last = results.at(-1);
      found.push(last?.rows[0]?.count ?? String(last?.rowCount));
    } catch (error) {
      found.push((error as { code?: string }).code ?? 'error');
    }
    await client.query('ROLLBACK TO SAVEPOINT probe');
  }
  return found.join(' ');
}

/** What everybody may do with one table. */
export async function reachOfAll(
  client: pg.ClientBase,
  table: string,
  contexts: readonly Context[],
): Promise<string> {
  const all: string[] = [];
  for (const context of contexts) all.push(await reach(client, table, context));
  return all.join('\n');
}
