import { nightsBetween } from '../design/days.ts';

/** A quarter of a year inside a window, with the share of the window that it takes. */
export type Quarter = { readonly from: string; readonly name: string; readonly share: number; readonly startsYear: boolean };

const quarterOf = (day: string): number => Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** The first day of the quarter of `day`, moved by whole quarters. */
export function quarterStart(day: string, quarters = 0): string {
  const index = Number(day.slice(0, 4)) * 4 + quarterOf(day) + quarters;
  return `${String(Math.floor(index / 4))}-${String((index % 4) * 3 + 1).padStart(2, '0')}-01`;
}

/** The quarters of a window that begins and ends with one. */
export function quartersOf(from: string, until: string): Quarter[] {
  const days = nightsBetween(from, until);
  const quarters: Quarter[] = [];
  for (let start = quarterStart(from); start < until; start = quarterStart(start, 1)) {
    const [first, end] = [start < from ? from : start, quarterStart(start, 1) > until ? until : quarterStart(start, 1)];
    const number = quarterOf(start);
    quarters.push({ from: first, name: String(number + 1), share: nightsBetween(first, end) / days, startsYear: number === 0 });
  }
  return quarters;
}

/** Where a run of days lies in a window, as shares of it; null when it lies outside. */
export function shareOf(span: { readonly from: string; readonly until: string }, from: string, until: string): { from: number; length: number } | null {
  const [start, end] = [span.from < from ? from : span.from, span.until > until ? until : span.until];
  if (start >= end) return null;
  const days = nightsBetween(from, until);
  return { from: nightsBetween(from, start) / days, length: nightsBetween(start, end) / days };
}

/** The years that some nights of these periods lie in, from this year on. */
export function yearsOf(periods: readonly { readonly opensOn: string; readonly closesOn: string }[], asOf: string): number[] {
  const years = new Set<number>();
  for (const { opensOn, closesOn } of periods) {
    // The closing day itself is no night: a period to 1 January says nothing of that year.
    const last = nightBefore(closesOn);
    for (let year = Math.max(yearOf(opensOn), yearOf(asOf)); year <= yearOf(last); year += 1) years.add(year);
  }
  return [...years].sort((one, other) => one - other);
}

/** Whether some nights of a period lie in a year. */
export const touchesYear = ({ opensOn, closesOn }: { readonly opensOn: string; readonly closesOn: string }, year: number): boolean =>
  opensOn < `${String(year + 1)}-01-01` && closesOn > `${String(year)}-01-01`;

const yearOf = (day: string): number => Number(day.slice(0, 4));
const nightBefore = (day: string): string => (day.endsWith('-01-01') ? `${String(yearOf(day) - 1)}-12-31` : day);
