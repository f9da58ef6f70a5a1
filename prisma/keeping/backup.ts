import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { KeyRing } from '@shelter-city/vault/key-ring';
import type pg from 'pg';
import { withClient } from '../tools/query.ts';
import {
  ArchiveWriter,
  type Column,
  type Manifest,
  type Row,
  type TableContent,
} from './archive.ts';

const atOnce = 500;

/** The two files of a backup. */
export type BackupFiles = { readonly data: string; readonly vault: string };

/** Where the archives of a backup in a folder lie. */
export const filesOfBackup = (folder: string): BackupFiles => ({
  data: path.join(folder, 'data.archive'),
  vault: path.join(folder, 'vault.archive'),
});

/**
 * Writes everything but the vault into one archive and the vault into another, from one snapshot, while the system runs.
 * Each is sealed under the key ring, so a stolen archive shows nothing; the first opens no person even with the ring.
 */
export async function backUp(
  ownerUrl: string,
  folder: string,
  ring: KeyRing,
  now: Temporal.Instant,
): Promise<{ readonly data: Manifest; readonly vault: Manifest }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = filesOfBackup(folder);
  return withClient(ownerUrl, async (client) => {
    // A policy that would hide rows is an error here, never a smaller backup.
    await client.query(
      "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL row_security = off; SET LOCAL TimeZone = 'UTC'",
    );
    const { rows: migrations } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
    );
    const common = {
      backup: randomUUID(),
      takenAt: now.toString(),
      ringKeyId: ring.current(),
      migrations: migrations.map(({ name }) => name),
    };
    await client.query('SET LOCAL ROLE shelter_backup');
    const data = await writeArchive(client, files.data, ring, { ...common, kind: 'data' }, [
      'public',
      'audit',
    ]);
    await client.query('SET LOCAL row_security = on; SET LOCAL ROLE shelter_keeper');
    const vault = await writeArchive(client, files.vault, ring, { ...common, kind: 'vault' }, [
      'vault',
    ]);
    await client.query('COMMIT');
    return { data, vault };
  });
}

async function writeArchive(
  client: pg.Client,
  file: string,
  ring: KeyRing,
  head: Omit<Manifest, 'tables' | 'sequences'>,
  schemas: readonly string[],
): Promise<Manifest> {
  const { kind, backup, ringKeyId } = head;
  const writer = await ArchiveWriter.begin(file, { kind, backup, ringKeyId }, ring);
  const tables: TableContent[] = [];
  for (const { name, columns } of await tablesOf(client, schemas)) {
    const list = columns.map((column) => `"${column.name}"::text`).join(', ');
    await client.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT ${list} FROM ${name}`);
    for (;;) {
      const { rows } = await client.query<(string | null)[]>({
        text: `FETCH ${String(atOnce)} FROM rows`,
        rowMode: 'array',
      });
      if (rows.length === 0) break;
      await writer.add(rows satisfies readonly Row[]);
    }
    await client.query('CLOSE rows');
    tables.push(writer.endTable(name, columns));
  }
  const manifest = { ...head, tables, sequences: await sequencesOf(client, schemas) };
  await writer.end(manifest);
  return manifest;
}

/** The tables of some schemas with the columns that are written, each after those it refers to. */
export async function tablesOf(
  client: pg.Client,
  schemas: readonly string[],
): Promise<readonly { readonly name: string; readonly columns: readonly Column[] }[]> {
  const { rows } = await client.query<{ name: string; columns: Column[]; needs: string[] }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
       (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       ARRAY(SELECT DISTINCT format('%I.%I', fn.nspname, f.relname) FROM pg_constraint k
        JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
        WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS needs
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = ANY ($1) AND c.relname <> '_prisma_migrations' ORDER BY 1`,
    [[...schemas]],
  );
  const placed: typeof rows = [];
  const isPlaced = (name: string) => placed.some((one) => one.name === name);
  while (placed.length < rows.length) {
    const next = rows.filter(({ name, needs }) => !isPlaced(name) && needs.every(isPlaced));
    if (next.length === 0) throw new Error('Tables refer to each other in a circle.');
    placed.push(...next);
  }
  return placed;
}

async function sequencesOf(
  client: pg.Client,
  schemas: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ name: string; last_value: string | null }>(
    "SELECT format('%I.%I', schemaname, sequencename) AS name, last_value FROM pg_sequences WHERE schemaname = ANY ($1) ORDER BY 1",
    [[...schemas]],
  );
  return Object.fromEntries(
    rows.flatMap(({ name, last_value }) => (last_value === null ? [] : [[name, last_value]])),
  );
}
