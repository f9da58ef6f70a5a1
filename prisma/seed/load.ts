import { asCalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { keyRingOfFile } from '@shelter-city/vault/key-ring';
import { hashPassword } from '@shelter-city/vault/password';
import type pg from 'pg';
import { withClient } from '../tools/query.ts';
import { insertRows } from './sample-rows.ts';
import { sampleRowsOn } from './sample-data.ts';
import { samplePassword } from './sign-ins.ts';

/** Where sample data go, and the day that its current cohort is dated from. */
export type SampleDataOrder = {
  /** The owner of the tables; it need not be a superuser. */
  readonly ownerUrl: string;
  /** The file of the key ring; it is made when it isn't there. */
  readonly keyFile: string;
  /** A calendar day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly log: (line: string) => void;
};

type Table = { readonly name: string };

/**
 * Fills an empty, migrated database with made-up people in the real counts, in one transaction.
 *
 * Errors  throws, and leaves nothing behind, when any table holds a row.
 */
export async function loadSampleData({ ownerUrl, keyFile, today, log }: SampleDataOrder): Promise<void> {
  const day = asCalendarDate(today);
  await withClient(ownerUrl, async (client) => {
    await client.query('begin');
    const tables = await client.query<Table>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and c.relforcerowsecurity order by 1`,
    );
    // Forced policies hold for an owner too, and none of them is about owners: it would see and write no row.
    await forEach(client, tables.rows, 'no force row level security');
    await refuseUnlessEmpty(client, tables.rows);
    // Once for all: the password stands in the project, so a salt of each one's own would protect nothing.
    const passwordHash = await hashPassword(samplePassword);
    const rows = sampleRowsOn(day, keyRingOfFile(keyFile), passwordHash);
    await insertRows(client, rows);
    // What waits for the commit would forbid to change its table: it is looked at now.
    await client.query('set constraints all immediate');
    await forEach(client, tables.rows, 'force row level security');
    await client.query('commit');
    log(`${String(rows.defender.length)} made-up people, ${String(rows.stay.length)} stays, ${String(rows.host_city.length)} cities`);
  });
}

async function forEach(client: pg.Client, tables: readonly Table[], change: string): Promise<void> {
  if (tables.length === 0) throw new Error('The database has no tables of the product: apply the migrations first.');
  await client.query(tables.map(({ name }) => `alter table ${name} ${change}`).join('; '));
}

async function refuseUnlessEmpty(client: pg.Client, tables: readonly Table[]): Promise<void> {
  const asked = tables.map(({ name }) => `select '${name}' as name where exists (select from ${name})`).join(' union all ');
  const [filled] = (await client.query<Table>(asked)).rows;
  if (filled !== undefined) throw new Error(`Sample data go into an empty database only: ${filled.name} holds rows.`);
}
