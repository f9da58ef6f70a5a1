import type { KeyRing } from '@shelter-city/vault/key-ring';
import { openWith } from '@shelter-city/vault/seal';
import type pg from 'pg';
import { bindings } from '@shelter-city/vault/bindings';
import { queryOnce, withClient } from '../tools/query.ts';
import type { Manifest } from './archive.ts';
import { checkAuditLog } from './audit-check.ts';

/** What a look at a restored database found. */
export type RestoredFindings = {
  readonly rows: number;
  readonly auditRows: number;
  /** Sealed values that the ring opens with the keys that were restored. */
  readonly opened: number;
  /** Sealed values whose key is gone: of persons who were erased. */
  readonly erased: number;
  readonly faults: readonly string[];
};

/** Looks at a restored database: the counts, the audit chain with its anchors, the policies, and every sealed value. */
export async function checkRestored(
  ownerUrl: string,
  manifests: readonly Manifest[],
  ring: KeyRing,
  anchorFile: string,
): Promise<RestoredFindings> {
  const tables = manifests.flatMap((manifest) => manifest.tables);
  const faults: string[] = [];
  const sealed = await withClient(ownerUrl, async (client) => {
    for (const { name, rows } of tables) {
      const counted = await countOf(client, name);
      if (counted !== rows)
        faults.push(`${name} holds ${String(counted)} rows; ${String(rows)} were backed up.`);
    }
    return openAll(client, ring, faults);
  });
  const open = await queryOnce<{ name: string }>(
    ownerUrl,
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname IN ('public', 'vault', 'audit') AND c.relname <> '_prisma_migrations'
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`,
  );
  faults.push(...open.map(({ name }) => `No forced row policy guards ${name}.`));
  const audit = await checkAuditLog(ownerUrl, ring, anchorFile);
  // Anchors that were signed after the backup speak of rows that it can't hold.
  faults.push(
    ...audit.faults
      .filter(({ kind }) => kind !== 'cut off')
      .map(({ kind }) => `The audit log was tampered with: ${kind}.`),
  );
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { rows, auditRows: audit.rows, ...sealed, faults };
}

async function countOf(client: pg.Client, table: string): Promise<number> {
  await client.query(
    `BEGIN; ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY; SET LOCAL TimeZone = 'UTC'`,
  );
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM ${table}`,
  );
  await client.query('ROLLBACK');
  return rows[0]?.count ?? 0;
}

type SealedRow = {
  readonly binding_id: string;
  readonly compartment: string;
  readonly version: number;
  readonly sealed: Buffer;
  readonly wrapped: Buffer | null;
  readonly ring_key_id: string | null;
};

async function openAll(
  client: pg.Client,
  ring: KeyRing,
  faults: string[],
): Promise<{ readonly opened: number; readonly erased: number }> {
  await client.query(
    'BEGIN; ALTER TABLE sealed_compartment NO FORCE ROW LEVEL SECURITY; ALTER TABLE vault.data_key NO FORCE ROW LEVEL SECURITY',
  );
  const { rows } = await client.query<SealedRow>(
    `SELECT coalesce(c.defender_id, c.place_id) AS binding_id, c.compartment::text, c.version, c.sealed, k.wrapped, k.ring_key_id
     FROM sealed_compartment c LEFT JOIN vault.data_key k ON k.id = c.data_key_id`,
  );
  await client.query('ROLLBACK');
  let [opened, erased, broken] = [0, 0, 0];
  for (const { binding_id, compartment, version, sealed, wrapped, ring_key_id } of rows) {
    if (wrapped === null || ring_key_id === null) {
      erased += 1;
      continue;
    }
    try {
      const key = ring.unwrap({ wrapped, ringKeyId: ring_key_id });
      openWith(key, sealed, bindings.compartment(binding_id, compartment, version));
      opened += 1;
    } catch {
      broken += 1;
    }
  }
  if (broken > 0) faults.push(`${String(broken)} sealed values don't open with this key ring.`);
  return { opened, erased };
}
