import type pg from 'pg';
import { catalogue } from '../test/factories/catalogue.ts';

/** Somebody as the database knows them. */
export type Context = {
  readonly role: string;
  readonly accountId: string;
  readonly cityId: string;
  readonly cleared: boolean;
};

const answerOf = async (client: pg.ClientBase, sql: string): Promise<string> =>
  (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line).join('\n');

/** What the catalogue's spec looks at, question by question. */
export async function catalogueOf(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const [question, sql] of Object.entries(catalogue)) answers.set(question, await answerOf(client, sql));
  return answers;
}

/** Whether the spec would see a difference; the first one is enough. */
export async function catalogueDiffers(client: pg.ClientBase, before: ReadonlyMap<string, string>): Promise<boolean> {
  for (const [question, sql] of Object.entries(catalogue))
    if ((await answerOf(client, sql)) !== before.get(question)) return true;
  return false;
}

/**
 * Lets a connection ask what somebody may see, change and throw away of one table: counts, or the code of the refusal.
 * It is asked tens of thousands of times, so the database asks itself; each try undoes itself by its own failure.
 */
export async function prepareReach(client: pg.ClientBase): Promise<void> {
  await client.query(`
    CREATE FUNCTION pg_temp.reach(of text, contexts jsonb) RETURNS text LANGUAGE plpgsql AS $$
    DECLARE
      who jsonb; act text; rows bigint; answer text := '';
      col text := (SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = of::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                   ORDER BY attname IN ('version', 'ended_at') DESC, attnum LIMIT 1);
    BEGIN
      FOR who IN SELECT * FROM jsonb_array_elements(contexts) LOOP
        FOREACH act IN ARRAY ARRAY[format('SELECT 1 FROM %s', of), format('DELETE FROM %s', of), format('UPDATE %s SET %s = %s', of, col, col)] LOOP
          BEGIN
            PERFORM set_config('app.account_id', who->>'accountId', true), set_config('app.city_id', who->>'cityId', true),
              set_config('app.risk_cleared', CASE WHEN (who->>'cleared')::boolean THEN 'yes' ELSE '' END, true), set_config('role', who->>'role', true);
            EXECUTE act;
            GET DIAGNOSTICS rows = ROW_COUNT;
            RAISE EXCEPTION USING ERRCODE = 'PROBE', MESSAGE = rows::text;
          EXCEPTION
            WHEN SQLSTATE 'PROBE' THEN answer := answer || SQLERRM || ' ';
            WHEN OTHERS THEN answer := answer || SQLSTATE || ' ';
          END;
        END LOOP;
      END LOOP;
      RETURN answer;
    END $$`);
}

/** What everybody may do with one table. */
export async function reachOfAll(
  client: pg.ClientBase,
  table: string,
  contexts: readonly Context[],
): Promise<string> {
  const { rows } = await client.query<{ reach: string }>('SELECT pg_temp.reach($1, $2::jsonb) AS reach', [
    table,
    JSON.stringify(contexts),
  ]);
  return rows[0]?.reach ?? '';
}
