import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { ReportSheet, ReportCell } from './report-sheet.ts';

/** The sheet as a workbook: texts are typed as texts, so none is ever taken for a formula. */
export function asXlsx({ title, sheetNames, header, rows, notes }: ReportSheet): Promise<Buffer> {
  const bold = { fontWeight: 'bold' } as const;
  const figures: SheetData = [
    [{ value: title, type: String, ...bold }],
    header.map((text) => ({ value: text, type: String, wrap: true, ...bold })),
    ...rows.map((row) => row.map(cellOf)),
  ];
  return writeXlsxFile([
    { data: figures, sheet: sheetNames.figures, columns: header.map((_, index) => ({ width: index < 2 ? 26 : 16 })), stickyRowsCount: 2 },
    { data: notes.map((note) => [{ value: note, type: String, wrap: true }]), sheet: sheetNames.notes, columns: [{ width: 110 }] },
  ]).toBuffer();
}

const cellOf = (cell: ReportCell) => (typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String });
