import { intersect, type DateSpan } from '../calendar/date-span.ts';
import { occupiedNights } from './occupied-nights.ts';
import type { Stay } from './stay.ts';

/** Two occupying stays that can't both be: one place or one person, twice on the same nights. */
export type StayClash = {
  readonly reason: 'SAME_PLACE' | 'SAME_DEFENDER';
  readonly nights: DateSpan;
};

/**
 * The clash between two stays, or `null`. The same place is named before the same person. A stay never clashes with
 * itself, so a moved stay can be compared with a list that still holds its old days.
 *
 * Source  "a place never has two occupying stays on the same night"; "nor has a defender".
 */
export function staysClash(a: Stay, b: Stay): StayClash | null {
  if (a.id === b.id || (a.placeId !== b.placeId && a.defenderId !== b.defenderId)) return null;
  const nightsOfA = occupiedNights(a);
  const nightsOfB = occupiedNights(b);
  const nights = nightsOfA !== null && nightsOfB !== null ? intersect(nightsOfA, nightsOfB) : null;
  if (nights === null) return null;
  return { reason: a.placeId === b.placeId ? 'SAME_PLACE' : 'SAME_DEFENDER', nights };
}
