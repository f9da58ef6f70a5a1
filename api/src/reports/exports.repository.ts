import { randomUUID } from 'node:crypto';
import type { exportLine } from '@shelter-city/contract/reports';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database } from '../persistence/database.ts';

/** What is kept of a file that was made: never the file. */
export type ExportRecord = {
  readonly accountId: string; readonly format: string; readonly purpose: string; readonly year: number; readonly asAt: string;
  readonly columns: readonly string[]; readonly rows: number; readonly sha256: Uint8Array;
};

/** A line of the list of files. */
export type ExportLine = z.output<typeof exportLine>;

/** So many files are listed, the newest first. */
const linesShown = 100;

type Row = { readonly id: string; readonly at: Date; readonly account_id: string | null; readonly display_name: string | null; readonly format: string; readonly purpose: string; readonly year: number; readonly rows: number; readonly sha256: string };

/** Keeps and lists the files that were made. */
@Injectable()
export class ExportsRepository {
  constructor(private readonly database: Database) {}

  async create({ accountId, format, purpose, year, asAt, columns, rows, sha256 }: ExportRecord): Promise<string> {
    const id = randomUUID();
    await this.database.client.export.create({
      data: { id, accountId, kind: 'YEARLY_REPORT', format, purpose, filter: { year, asAt }, columns: [...columns], rows, sha256: Buffer.from(sha256) },
      select: { id: true },
    });
    return id;
  }

  /** An account that the reader may not read stays unnamed. */
  async list(): Promise<ExportLine[]> {
    const rows = await this.database.select<Row>(
      `SELECT e.id, e.at, a.id AS account_id, a.display_name, e.format, e.purpose, (e.filter->>'year')::integer AS year, e.rows, encode(e.sha256, 'hex') AS sha256
       FROM export e LEFT JOIN account a ON a.id = e.account_id ORDER BY e.at DESC LIMIT ${String(linesShown)}`,
      [],
    );
    return rows.map(({ id, at, account_id, display_name, format, purpose, year, rows: count, sha256 }) => ({
      id,
      at: at.toISOString(),
      by: account_id === null || display_name === null ? null : { id: account_id, displayName: display_name },
      format,
      purpose,
      year,
      rows: count,
      sha256,
    }));
  }
}
