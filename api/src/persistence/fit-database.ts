import {
  checkApiRights,
  checkVersion,
  type Shortcoming,
} from '@shelter-city/prisma/tools/server-check';
import { queryOnce, withClient } from '@shelter-city/prisma/tools/query';
import { sampleDomain } from '@shelter-city/prisma/seed/sign-ins';
import { findDangerousRights } from './dangerous-rights.ts';

/** What every request leans on, one of each migration that adds such a thing. */
const neededFunctions = [
  'public.app_account_id',
  'audit.append',
  'counting.years',
  'gate.whose_session',
];

/** Why this process won't start, in sentences for whoever starts it. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}

/**
 * Refuses to serve from a database that isn't fit: too old, not migrated, a login that could see past the row policies,
 * or rights with which somebody else could.
 */
export async function refuseUnfitDatabase(url: string): Promise<void> {
  const [version, migrated, login] = await Promise.all([
    checkVersion(url),
    checkMigrated(url),
    checkApiRights(url),
  ]);
  const basic = [...version, ...migrated];
  // What a superuser may is no news: the login comes first.
  const all = basic.length > 0 ? basic : login;
  const found = all.length > 0 ? all : await findDangerousRights(url);
  if (found.length > 0)
    throw new StartRefusal(
      found
        .map(({ problem, sql }) => (sql === undefined ? problem : `${problem}\n  ${sql}`))
        .join('\n'),
    );
}

/** Refuses to serve made-up people in production, where their passwords stand in the project for everybody to read. */
export async function refuseSampleAccounts(url: string): Promise<void> {
  const there = await withClient(url, async (client) => {
    await client.query('BEGIN READ ONLY');
    await client.query('SET LOCAL ROLE shelter_gate');
    const { rows } = await client.query<{ there: boolean }>(
      'SELECT EXISTS (SELECT FROM public.account WHERE email LIKE $1) AS there',
      [`%@${sampleDomain}`],
    );
    return rows[0]?.there === true;
  });
  if (there)
    throw new StartRefusal(
      'This database holds the sample accounts, whose passwords everybody knows. Use an empty database, or say that you mean it: SAMPLE_DATA=yes',
    );
}

async function checkMigrated(url: string): Promise<readonly Shortcoming[]> {
  const rows = await queryOnce<{ name: string }>(
    url,
    `SELECT name FROM unnest($1::text[]) name
     WHERE NOT EXISTS (SELECT FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname || '.' || p.proname = name)`,
    [neededFunctions],
  );
  if (rows.length === 0) return [];
  return [
    {
      problem:
        rows.length === neededFunctions.length
          ? 'The database has no tables of Shelter City yet. Run: npm run db:migrate'
          : `The database lacks ${rows.map(({ name }) => name).join(', ')}: it is older than this program. Run: npm run db:migrate`,
    },
  ];
}
