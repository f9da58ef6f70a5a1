import { onOneDay } from '../design/days.ts';

/** A line of the audit log as a page shows it. */
export type LogLine = {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly result: 'DONE' | 'REFUSED';
  readonly reason: string | null;
  readonly fields: readonly string[];
  readonly actor?: { readonly id: string } | null;
  readonly role?: string | null;
  readonly codeName?: string | null;
};

/** Lines that say the same: the newest of them, when the first was, and how many they are. */
export type FoldedLine<L extends LogLine> = { readonly line: L; readonly since: string; readonly times: number };

/**
 * Lines that say the same on one day as one, so that a morning's reading of a case is a few lines and not a page. Reads may lie between them,
 * never a deed: whether somebody read before or after it must stay to be seen. What has another field, reason or result stays by itself.
 */
export function folded<L extends LogLine>(newestFirst: readonly L[]): FoldedLine<L>[] {
  const lines: FoldedLine<L>[] = [];
  for (const line of newestFirst) {
    const same = lines.findLastIndex((one) => said(one.line) === said(line) || !isRead(one.line));
    const found = lines[same];
    if (found && said(found.line) === said(line) && (isRead(line) || same === lines.length - 1) && onOneDay(found.since, line.at))
      lines[same] = { ...found, since: line.at, times: found.times + 1 };
    else lines.push({ line, since: line.at, times: 1 });
  }
  return lines;
}

const isRead = ({ action, result }: LogLine): boolean => result === 'DONE' && /:(read|list|own)$/.test(action);

const said = ({ action, result, reason, fields, actor, role, codeName }: LogLine): string =>
  JSON.stringify([action, result, reason, fields, actor?.id, role, codeName]);
