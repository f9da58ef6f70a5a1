import { plusDays } from '../stays/plus-days.ts';

/** One pasted line that could be read. Days are 'YYYY-MM-DD', both included. */
export type PastedDays = { readonly line: number; readonly enteredOn: string; readonly leftOn: string; readonly source: string };

/** Why a pasted line can't be taken. */
export type PasteFault = 'NOT_TWO_DAYS' | 'NO_SUCH_DAY' | 'ENDS_BEFORE_IT_BEGINS' | 'TOO_LONG_A_WORD' | 'THERE_ALREADY';
export type PastedFault = { readonly line: number; readonly text: string; readonly fault: PasteFault };

type Known = { readonly enteredOn: string; readonly leftOn: string };

const isoDay = /(\d{4})-(\d{1,2})-(\d{1,2})/;
const europeanDay = /(\d{1,2})[./-](\d{1,2})[./-](\d{4})/;
const anyDay = new RegExp(`${isoDay.source}|${europeanDay.source}`, 'g');
const longestSource = 120;

/** A day as it is written; null when the calendar has no such day. */
function dayOf(text: string): string | null {
  const iso = isoDay.exec(text);
  const european = iso ? null : europeanDay.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [european?.[3], european?.[2], european?.[1]];
  const written = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
  // A day that isn't in the calendar runs over into the next month.
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(written) && plusDays(written, 0) === written ? written : null;
}

/**
 * Reads pasted lines, one presence each: an entry, an exit and words that say how it is known, between tabs, commas,
 * semicolons or dashes. Days are written as 2027-03-31, or as 31-03-2027, 31/03/2027 or 31.03.2027: the day first, as in
 * Europe. Each line is taken or has its own fault; empty lines are nothing.
 */
export function readPastedDays(text: string, known: readonly Known[], unnamed: string): { readonly rows: readonly PastedDays[]; readonly faults: readonly PastedFault[] } {
  const rows: PastedDays[] = [];
  const faults: PastedFault[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const written = raw.trim();
    if (written === '') continue;
    const fail = (fault: PasteFault) => faults.push({ line, text: written, fault });
    const found = [...written.matchAll(anyDay)];
    const [first, second] = found;
    if (!first || !second || found.length > 2) { fail('NOT_TWO_DAYS'); continue; }
    const [enteredOn, leftOn] = [dayOf(first[0]), dayOf(second[0])];
    if (enteredOn === null || leftOn === null) { fail('NO_SUCH_DAY'); continue; }
    if (leftOn < enteredOn) { fail('ENDS_BEFORE_IT_BEGINS'); continue; }
    const words = written.replace(first[0], '').replace(second[0], '').replace(/^[\s,;–—-]+|[\s,;–—-]+$/g, '').trim();
    if (words.length > longestSource) { fail('TOO_LONG_A_WORD'); continue; }
    if ([...known, ...rows].some((days) => days.enteredOn === enteredOn && days.leftOn === leftOn)) { fail('THERE_ALREADY'); continue; }
    rows.push({ line, enteredOn, leftOn, source: words === '' ? unnamed : words });
  }
  return { rows, faults };
}
