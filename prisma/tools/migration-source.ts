import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { prismaFolder } from './project-folder.ts';

/** Where migrations and schema lie; the project's own unless a test says otherwise. */
export interface MigrationSource {
  readonly migrationsFolder: string;
  readonly schemaFile: string;
  /** The last migration that counts; all of them when not given. */
  readonly until?: string;
}

/** The project's own schema and migrations. */
export const projectMigrations: MigrationSource = {
  migrationsFolder: path.join(prismaFolder, 'migrations'),
  schemaFile: path.join(prismaFolder, 'schema.prisma'),
};

/** One migration of the folder, as written. */
export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
}

/** The migrations of the folder, oldest first. */
export async function migrationFiles(source: MigrationSource): Promise<readonly MigrationFile[]> {
  const entries = await readdir(source.migrationsFolder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => source.until === undefined || name <= source.until);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(path.join(source.migrationsFolder, name, 'migration.sql'), 'utf8'),
    })),
  );
}

/** The migrations in the form that Prisma's engine takes. */
export function migrationList(
  source: MigrationSource,
  files: readonly MigrationFile[],
): MigrationList {
  return {
    baseDir: source.migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: files.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/** The Prisma schema with its path. */
export async function schemaFile(
  source: MigrationSource,
): Promise<{ readonly path: string; readonly content: string }> {
  return { path: source.schemaFile, content: await readFile(source.schemaFile, 'utf8') };
}
