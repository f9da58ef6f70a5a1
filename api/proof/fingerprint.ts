import type pg from 'pg';

/**
 * Every row of every table as one text. Left out: the audit log, which must grow when somebody is refused, the minute
 * a session was last seen, and how long a network waits to sign in.
 */
export async function fingerprint(owner: pg.Pool): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'vault') AND tablename NOT IN ('sign_in_delay', '_prisma_migrations') ORDER BY 1`,
  );
  const sums = tables.map(
    ({ name }) =>
      `SELECT '${name}' || coalesce(md5(string_agg((to_jsonb(t) - 'last_seen_at')::text, '' ORDER BY t::text)), '') AS sum FROM ${name} t`,
  );
  const { rows } = await owner.query<{ sum: string }>(sums.join(' UNION ALL '));
  // Sorted: a parallel plan answers its parts in any order.
  return rows
    .map(({ sum }) => sum)
    .toSorted()
    .join('\n');
}

/** The names of the tables that differ. */
export function changedTables(before: string, after: string): readonly string[] {
  const was = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter((line) => !was.has(line))
    .map((line) => line.slice(0, -32));
}

/**
 * Notes every row of every table that is written from now on, the same tables as above: asked after each refusal it costs
 * nothing, where a hash over all rows would make the sweep take a quarter of an hour. What is rolled back is no change.
 */
export async function watchChanges(
  owner: pg.Pool,
): Promise<{ readonly written: () => Promise<readonly string[]> }> {
  const { rows } = await owner.query<{ schema: string; name: string }>(
    `SELECT schemaname AS schema, tablename AS name FROM pg_tables
     WHERE schemaname IN ('public', 'vault') AND tablename NOT IN ('sign_in_delay', '_prisma_migrations')`,
  );
  const { rows: columns } = await owner.query<{ list: string }>(
    `SELECT string_agg(format('%I', attname), ', ') AS list FROM pg_attribute
     WHERE attrelid = 'public.session'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'last_seen_at'`,
  );
  const session = columns[0]?.list ?? '';
  await owner.query(`
    CREATE SCHEMA proof;
    CREATE TABLE proof.written (name text NOT NULL);
    CREATE FUNCTION proof.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      $$ BEGIN INSERT INTO proof.written VALUES (TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME); RETURN NULL; END $$;
    ${rows
      .map(({ schema, name }) => {
        const update = name === 'session' ? `UPDATE OF ${session}` : 'UPDATE';
        return `CREATE TRIGGER proof_notes AFTER INSERT OR DELETE OR ${update} ON ${schema}.${name} FOR EACH ROW EXECUTE FUNCTION proof.note();`;
      })
      .join('\n')}`);
  return {
    /** The tables that were written since this was asked before. */
    written: async () =>
      (
        await owner.query<{ name: string }>(
          'WITH gone AS (DELETE FROM proof.written RETURNING name) SELECT DISTINCT name FROM gone ORDER BY 1',
        )
      ).rows.map(({ name }) => name),
  };
}
