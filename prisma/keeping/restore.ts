import type { KeyRing } from '@shelter-city/vault/key-ring';
import type pg from 'pg';
import { firstFilledTable } from '../tools/emptiness.ts';
import { applyMigrations } from '../tools/migrate.ts';
import { migrationFiles, projectMigrations } from '../tools/migration-source.ts';
import { withClient } from '../tools/query.ts';
import {
  checkedManifest,
  isManifest,
  readArchive,
  type Column,
  type Manifest,
  type Row,
} from './archive.ts';
import type { BackupFiles } from './backup.ts';

/** What stands in the way of a restore, in a sentence for whoever asked for it. */
export class RestoreRefusal extends Error {
  override readonly name = 'RestoreRefusal';
}

/**
 * Puts a backup into an empty database: its tables as they were then, then every row, in one transaction. The vault may
 * be a later one than the data: whoever was erased meanwhile stays unreadable.
 *
 * Errors  throws, and leaves no row behind, when the database isn't empty or an archive isn't whole.
 */
export async function restore(
  ownerUrl: string,
  { data, vault }: BackupFiles,
  ring: KeyRing,
): Promise<readonly Manifest[]> {
  const archives = [
    { path: data, manifest: await checkedManifest(data, ring) },
    { path: vault, manifest: await checkedManifest(vault, ring) },
  ];
  const [dataManifest, vaultManifest] = archives.map(({ manifest }) => manifest);
  if (dataManifest?.kind !== 'data' || vaultManifest?.kind !== 'vault')
    throw new RestoreRefusal('A restore takes one archive of data and one of the vault.');
  const filled = await firstFilledTable(ownerUrl);
  if (filled !== undefined)
    throw new RestoreRefusal(
      `A backup is restored into an empty database only: ${filled} has held rows.`,
    );
  await migrateTo(ownerUrl, dataManifest.migrations);
  await withClient(ownerUrl, async (client) => {
    const tables = archives.flatMap(({ manifest }) => manifest.tables.map(({ name }) => name));
    const forEach = (change: string) =>
      client.query(tables.map((name) => `ALTER TABLE ${name} ${change}`).join('; '));
    await client.query("BEGIN; SET LOCAL TimeZone = 'UTC'");
    // The policies are forced on an owner as well, and the triggers would chain and refuse what is only put back.
    await forEach('NO FORCE ROW LEVEL SECURITY');
    await forEach('DISABLE TRIGGER USER');
    for (const { path, manifest } of archives) await fill(client, path, manifest, ring);
    // Keys that are looked at only at the end are looked at now: a table that still waits for one can't be altered.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await forEach('ENABLE TRIGGER USER');
    await forEach('FORCE ROW LEVEL SECURITY');
    await client.query('COMMIT');
  });
  return archives.map(({ manifest }) => manifest);
}

async function migrateTo(ownerUrl: string, names: readonly string[]): Promise<void> {
  const until = names.at(-1) ?? '';
  const known = (await migrationFiles({ ...projectMigrations, until })).map(({ name }) => name);
  if (known.join() !== names.join())
    throw new RestoreRefusal(
      'The backup was made by another version, with migrations that this one does not have.',
    );
  await applyMigrations(ownerUrl, { ...projectMigrations, until });
}

async function fill(
  client: pg.Client,
  path: string,
  { tables, sequences }: Manifest,
  ring: KeyRing,
): Promise<void> {
  const waiting = tables.flatMap((table) =>
    table.rows > 0 ? [{ ...table, left: table.rows }] : [],
  );
  for await (const text of readArchive(path, ring)) {
    const piece = JSON.parse(text) as Manifest | readonly Row[];
    const [table] = waiting;
    if (isManifest(piece) || table === undefined) break;
    await client.query(insertion(table.name, table.columns), [text]);
    table.left -= piece.length;
    if (table.left === 0) waiting.shift();
  }
  for (const [name, value] of Object.entries(sequences))
    await client.query('SELECT setval($1::regclass, $2::bigint)', [name, value]);
}

const insertion = (name: string, columns: readonly Column[]): string =>
  `INSERT INTO ${name} (${columns.map((column) => `"${column.name}"`).join(', ')})
   SELECT ${columns.map(({ type }, index) => `(r ->> ${String(index)})::${type}`).join(', ')}
   FROM jsonb_array_elements($1::jsonb) AS r`;
