import path from 'node:path';
import { everything, withMigrationEngine } from './migration-engine.ts';
import { type MigrationSource, projectMigrations, schemaFile } from './migration-source.ts';

/**
 * The statements that would turn the database into what the Prisma schema says; none when they agree.
 * Policies, grants, functions and exclusion constraints aren't looked at; temporal foreign keys, partial indexes
 * and generated columns are, and Prisma would undo them: the spec that asks names those it expects.
 */
export async function schemaDrift(
  ownerUrl: string,
  source: MigrationSource = projectMigrations,
): Promise<readonly string[]> {
  const schema = await schemaFile(source);
  const { stdout, exitCode } = await withMigrationEngine(ownerUrl, schema, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files: [schema], configDir: path.dirname(schema.path) },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: true,
      filters: everything,
    }),
  );
  if (exitCode === 0) return [];
  return (stdout ?? '')
    .split(/^--.*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
