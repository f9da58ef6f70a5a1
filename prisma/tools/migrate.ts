import { createHash } from 'node:crypto';
import type { HistoryDiagnostic } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { apiLogin, gateRole } from './login-role.ts';
import { everything, withMigrationEngine } from './migration-engine.ts';
import {
  type MigrationSource,
  migrationFiles,
  migrationList,
  projectMigrations,
  schemaFile,
} from './migration-source.ts';
import { queryOnce, withClient } from './query.ts';

/** What differs between the migrations in the folder and those a database has had. */
export interface MigrationDiagnosis {
  /** Changed in the folder after they were applied. */
  readonly edited: readonly string[];
  /** Begun and never finished. */
  readonly failed: readonly string[];
  /** In the database only, or in the folder only. */
  readonly history: HistoryDiagnostic | null;
}

/**
 * Applies what is missing, in order, and answers the names of what it applied.
 * Asks the database itself afterwards: an engine that quietly did nothing is an error here.
 */
export async function applyMigrations(
  ownerUrl: string,
  source: MigrationSource = projectMigrations,
): Promise<readonly string[]> {
  const migrationsList = migrationList(source, await migrationFiles(source));
  const applied = await withMigrationEngine(ownerUrl, await schemaFile(source), async (engine) => {
    const history = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: everything,
    });
    const failed = new Set(history.failedMigrationNames);
    refuseEdited(history.editedMigrationNames.filter((name) => !failed.has(name)));
    // A migration is one transaction: one that failed, or was killed, left nothing behind and may run again.
    for (const migrationName of history.failedMigrationNames)
      await engine.markMigrationRolledBack({ migrationName });
    return (await engine.applyMigrations({ migrationsList, filters: everything }))
      .appliedMigrationNames;
  });
  await queryOnce(ownerUrl, letTheGateReadTheHistory);
  const missing = await pendingMigrations(ownerUrl, source);
  if (missing.length > 0)
    throw new Error(`These migrations weren't applied: ${missing.join(', ')}.`);
  if ((await tableCount(ownerUrl)) === 0) throw new Error('The migrations ran and made no table.');
  return applied;
}

/** The migrations of the folder that the database hasn't had, oldest first, and those edited since it had them. */
export async function pendingMigrations(
  url: string,
  source: MigrationSource = projectMigrations,
): Promise<readonly string[]> {
  const applied = await appliedChecksums(url);
  return (await migrationFiles(source))
    .filter(({ name, sql }) => applied.get(name) !== createHash('sha256').update(sql).digest('hex'))
    .map(({ name }) => name);
}

/** Compares the histories of folder and database with Prisma's engine. */
export async function diagnoseMigrations(
  ownerUrl: string,
  source: MigrationSource = projectMigrations,
): Promise<MigrationDiagnosis> {
  const migrationsList = migrationList(source, await migrationFiles(source));
  const found = await withMigrationEngine(ownerUrl, await schemaFile(source), (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: everything,
    }),
  );
  return {
    edited: found.editedMigrationNames,
    failed: found.failedMigrationNames,
    history: found.history,
  };
}

function refuseEdited(names: readonly string[]): void {
  if (names.length === 0) return;
  throw new Error(
    `Edited after this database had them: ${names.join(', ')}. Undo the edit and write a new migration; a database without data worth keeping can be made anew.`,
  );
}

/** In production the API only asks whether something is pending, with a login that owns nothing. */
const letTheGateReadTheHistory = `do $$ begin
  if exists (select from pg_roles where rolname = '${gateRole}') then
    grant select on public._prisma_migrations to ${gateRole};
  end if;
end $$`;

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
}

async function appliedChecksums(url: string): Promise<ReadonlyMap<string, string>> {
  const rows = await withClient(url, async (client) => {
    if (client.user === apiLogin) await client.query(`set role ${gateRole}`);
    const { rows: there } = await client.query(
      "select from pg_tables where tablename = '_prisma_migrations'",
    );
    if (there.length === 0) return [];
    const answer = await client.query<AppliedMigration>(
      'select migration_name, checksum from public._prisma_migrations where finished_at is not null and rolled_back_at is null',
    );
    return answer.rows;
  });
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function tableCount(url: string): Promise<number> {
  const rows = await queryOnce<{ readonly tables: string }>(
    url,
    "select count(*) as tables from pg_tables where schemaname not in ('pg_catalog', 'information_schema') and tablename <> '_prisma_migrations'",
  );
  return Number(rows[0]?.tables ?? 0);
}
