import { stringify } from 'csv-stringify/sync';
import type { ReportSheet } from './report-sheet.ts';

/** Where a piece begins that a spreadsheet could take for a formula: Dutch and French ones split at `;`, others at a comma or a tab. */
const dangerous = /(?<=^|[;,|\t\r\n])(?=[ ]*[=+\-@\t\r\n])/g;

/** A text that no spreadsheet runs: an apostrophe stands before each piece that begins as a formula does. NUL goes. */
export const neutral = (text: string): string => text.replaceAll('\0', '').replaceAll(dangerous, "'");

/** The sheet as CSV for Dutch and French spreadsheets: `;` between cells, every cell quoted, UTF-8 with its mark. */
export function asCsv({ title, header, rows, notes }: ReportSheet): Buffer {
  const lines = [[title], header, ...rows, [], ...notes.map((note) => [note])];
  const cells = lines.map((line) => line.map((cell) => (typeof cell === 'number' ? String(cell) : neutral(cell))));
  return Buffer.from(stringify(cells, { bom: true, delimiter: ';', quoted: true, quoted_empty: true, record_delimiter: '\r\n' }));
}
