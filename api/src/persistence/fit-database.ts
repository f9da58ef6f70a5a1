import {
  checkApiRights,
  checkVersion,
  type Shortcoming,
} from '@shelter-city/prisma/tools/server-check';
import { queryOnce } from '@shelter-city/prisma/tools/query';

/** Why this process won't start, in sentences for whoever starts it. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}

/**
 * Refuses to serve from a database that isn't fit: too old, not migrated, a login that could see past the row policies,
 * or a table without them.
 */
export async function refuseUnfitDatabase(url: string): Promise<void> {
  const [version, migrated, rights, rows] = await Promise.all([
    checkVersion(url),
    checkMigrated(url),
    checkApiRights(url),
    checkRowSecurity(url),
  ]);
  const basic = [...version, ...migrated];
  const found = basic.length > 0 ? basic : [...rights, ...rows];
  if (found.length > 0)
    throw new StartRefusal(
      found
        .map(({ problem, sql }) => (sql === undefined ? problem : `${problem}\n  ${sql}`))
        .join('\n'),
    );
}

async function checkMigrated(url: string): Promise<readonly Shortcoming[]> {
  const [row] = await queryOnce<{ migrated: boolean }>(
    url,
    "SELECT to_regproc('gate.whose_session') IS NOT NULL AS migrated",
  );
  return row?.migrated === true
    ? []
    : [{ problem: 'The database has no tables of Shelter City yet. Run: npm run db:migrate' }];
}

async function checkRowSecurity(url: string): Promise<readonly Shortcoming[]> {
  const open = await queryOnce<{ name: string }>(
    url,
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'vault', 'audit') AND c.relname <> '_prisma_migrations'
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`,
  );
  return open.map(({ name }) => ({
    problem: `Row-level security is not enabled and forced on ${name}.`,
    sql: `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${name} FORCE ROW LEVEL SECURITY;`,
  }));
}
