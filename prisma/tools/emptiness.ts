import { queryOnce } from './query.ts';

/**
 * The first table that ever held a row, or nothing when the database is empty: sample data may go into no other.
 * Asks for the tables' size and not for their rows, which row-level security hides even from their owner.
 */
export async function firstFilledTable(ownerUrl: string): Promise<string | undefined> {
  const rows = await queryOnce<{ readonly name: string }>(
    ownerUrl,
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
        and c.relname <> '_prisma_migrations' and pg_relation_size(c.oid) > 0
      order by 1 limit 1`,
  );
  return rows[0]?.name;
}
