import { nightsBetween } from '../design/days.ts';
import { plusDays } from '../stays/plus-days.ts';

/** Pixels a day takes at each zoom at the least: days that would leave a part of the screen empty grow to fill it. */
export const zooms = { year: 1.4, quarter: 3, month: 7 } as const;
export type Zoom = keyof typeof zooms;
export const zoomNames = ['year', 'quarter', 'month'] as const satisfies readonly Zoom[];

/** How many days a day lies after the window's first. */
export const dayIn = (from: string, day: string): number => nightsBetween(from, day);

/** The first day of the month of `day`, moved by whole months. */
export function monthStart(day: string, months = 0): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** The first days of all months of the window. */
export function monthsOf(from: string, until: string): string[] {
  const months: string[] = [];
  for (let month = monthStart(from); month < until; month = monthStart(month, 1)) months.push(month);
  return months;
}

/** The part of a run of days that lies in the window, in days from its first; null when none does. */
export function clip(span: { readonly from: string; readonly until: string }, from: string, until: string): { from: number; until: number } | null {
  const start = span.from < from ? from : span.from;
  const end = span.until > until ? until : span.until;
  return start < end ? { from: dayIn(from, start), until: dayIn(from, end) } : null;
}

/** The arrival day under a point, `grabbed` days after it, where a day is so many pixels wide. */
export const dayAt = (from: string, pixels: number, dayWidth: number, grabbed: number): string =>
  plusDays(from, Math.round(pixels / dayWidth - grabbed));

/** Where, among the days on which one may arrive, a day lies: itself when it is one, else null. */
export const isArrival = (day: string, arrivals: readonly { readonly from: string; readonly until: string }[]): boolean =>
  arrivals.some(({ from, until }) => from <= day && day < until);
