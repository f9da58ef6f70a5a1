import type { defenderSorts } from '@shelter-city/contract/defenders';
import { isCalendarDate } from '@shelter-city/domain/calendar/calendar-date';

/** An order that the list can be in. */
export type DefenderSort = (typeof defenderSorts)[number];

/** Where a page ended: the sort's own value of its last line, a day or nothing, and the code name that breaks ties. */
export type PageEnd = { readonly day: string | null; readonly codeName: string };

const noDay: Readonly<Record<DefenderSort, string | null>> = {
  codeName: null,
  '-codeName': null,
  earliestArrival: 'infinity',
  '-selectedOn': '-infinity',
};

/** The end of a page as a text for the next request; it says in which order it was, so that it isn't used in another. */
export const cursorOf = (sort: DefenderSort, { day, codeName }: PageEnd): string =>
  Buffer.from(JSON.stringify([sort, day, codeName])).toString('base64url');

/** The end that a cursor means, or null when it isn't one of this order. */
export function pageEndOf(sort: DefenderSort, cursor: string): PageEnd | null {
  const parts = parsed(cursor);
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [ofSort, day, codeName] = parts as unknown[];
  if (ofSort !== sort || typeof codeName !== 'string' || !/^[\p{L}\p{N} ]+$/u.test(codeName))
    return null;
  if (noDay[sort] === null) return day === null ? { day, codeName } : null;
  const isDay = typeof day === 'string' && (day === noDay[sort] || isCalendarDate(day));
  return isDay ? { day, codeName } : null;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
