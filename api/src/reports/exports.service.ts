import { createHash } from 'node:crypto';
import type { exportedFile, newExport } from '@shelter-city/contract/reports';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { asCsv } from './csv-file.ts';
import { ExportsRepository, type ExportLine } from './exports.repository.ts';
import { reportColumns } from './report-columns.ts';
import { sheetOf } from './report-sheet.ts';
import { ReportsService } from './reports.service.ts';
import { asXlsx } from './xlsx-file.ts';

const formats = {
  xlsx: { write: asXlsx, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { write: asCsv, mediaType: 'text/csv; charset=utf-8' },
} as const;

/** Files of the yearly report, each for a purpose that is kept. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly reports: ReportsService,
    private readonly exports: ExportsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Makes the file and writes down who made it, of what and what for, in the transaction that is open. */
  async make(actor: Actor, year: number, { format, purpose, language }: z.output<typeof newExport>): Promise<z.output<typeof exportedFile>> {
    const report = await this.reports.now(actor, year);
    const sheet = sheetOf(report, purpose, language);
    const content = await formats[format].write(sheet);
    const sha256 = createHash('sha256').update(content).digest();
    const id = await this.exports.create({ accountId: actor.accountId, format, purpose, year, asAt: report.asAt, columns: reportColumns, rows: sheet.rows.length, sha256 });
    await this.audit.append({ action: 'report:export', objectKind: 'EXPORT', objectId: id, defenderId: null, result: 'DONE', reason: purpose, fields: reportColumns });
    return {
      fileName: `shelter-city-${String(year)}.${format}`,
      mediaType: formats[format].mediaType,
      contentBase64: content.toString('base64'),
      sha256: sha256.toString('hex'),
    };
  }

  list(): Promise<ExportLine[]> {
    return this.exports.list();
  }
}
