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
