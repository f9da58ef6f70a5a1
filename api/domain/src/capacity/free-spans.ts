import { addDays } from '../calendar/calendar-date.ts';
import { intersectAll, subtractAll, totalNights, type DateSpan } from '../calendar/date-span.ts';

/** What is known of one place's nights. Spans may overlap and need no order. */
export type PlaceNights = {
  readonly confirmed: readonly DateSpan[];
  readonly blocked: readonly DateSpan[];
  readonly occupied: readonly DateSpan[];
};

/** How a window's nights were used. `share` is occupied ÷ available, or `null` when nothing was available. */
export type Occupancy = {
  readonly availableNights: number;
  readonly occupiedNights: number;
  readonly share: number | null;
};

/** The nights that a city offers: confirmed and not blocked, in order, without overlaps. */
export function availableSpans({ confirmed, blocked }: Omit<PlaceNights, 'occupied'>): DateSpan[] {
  return subtractAll(confirmed, blocked);
}

/**
 * Where a new stay may lie: confirmed, not blocked, and `gapDays` away from every other guest on both sides, because
 * the house is cleaned after the one before and before the one after.
 *
 * Units   half-open spans of nights; `gapDays` are whole nights left empty between two guests.
 * Source  "inside confirmed capacity, place free, cleaning gap kept".
 */
export function freeSpans(place: PlaceNights, gapDays = 0): DateSpan[] {
  const taken =
    gapDays === 0
      ? place.occupied
      : place.occupied.map(({ from, until }) => ({
          from: addDays(from, -gapDays),
          until: addDays(until, gapDays),
        }));
  return subtractAll(place.confirmed, [...place.blocked, ...taken]);
}

/** How many nights of the window a new stay could use. */
export function freeNights(place: PlaceNights, within: DateSpan, gapDays = 0): number {
  return totalNights(intersectAll(freeSpans(place, gapDays), [within]));
}

/**
 * Nights offered and nights used in a window.
 *
 * Units   nights. A blocked night isn't available, so it never lowers a city's occupancy; a night used outside
 *         confirmed capacity isn't counted, because there is nothing it could be a share of.
 */
export function occupancy(place: PlaceNights, within: DateSpan): Occupancy {
  const available = intersectAll(availableSpans(place), [within]);
  const availableNights = totalNights(available);
  const occupiedNights = totalNights(intersectAll(available, place.occupied));
  return {
    availableNights,
    occupiedNights,
    share: availableNights === 0 ? null : occupiedNights / availableNights,
  };
}
