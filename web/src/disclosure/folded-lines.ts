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
 * Lines one after the other that say the same on one day as one, so that a morning's reading of a case is a line and not a page. Only the
 * moments between the first and the last are left out; what has another field, reason or result stays by itself.
 */
export function folded<L extends LogLine>(newestFirst: readonly L[]): FoldedLine<L>[] {
  const lines: FoldedLine<L>[] = [];
  for (const line of newestFirst) {
    const last = lines.at(-1);
    if (last && saysTheSame(last.line, line) && onOneDay(last.since, line.at)) lines[lines.length - 1] = { ...last, since: line.at, times: last.times + 1 };
    else lines.push({ line, since: line.at, times: 1 });
  }
  return lines;
}

const saysTheSame = (a: LogLine, b: LogLine): boolean => said(a) === said(b);

const said = ({ action, result, reason, fields, actor, role, codeName }: LogLine): string =>
  JSON.stringify([action, result, reason, fields, actor?.id, role, codeName]);
