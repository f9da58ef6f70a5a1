import { subtract, type DateSpan } from '@shelter-city/domain/calendar/date-span';
import type { Finding } from '@shelter-city/domain/matching/finding';
import { guestsAtOnce } from '@shelter-city/domain/matching/rules/guests-at-once';
import { occupiedNights } from '@shelter-city/domain/stays/occupied-nights';
import type { PlacementFacts } from './placements.repository.ts';

/**
 * That the city has as many guests as it accompanies at once, on one of the nights; nothing when it has not. Nights that
 * the stay has there already are not asked again: what was agreed before the city named a lower number stands.
 */
export function fullCity({ place, cityGuests, hiddenGuests, alreadyThere }: PlacementFacts, nights: DateSpan): readonly Finding[] {
  if (place === null || place.guestsAtOnceAtMost === null) return [];
  const city = { guestsAtOnceAtMost: place.guestsAtOnceAtMost, profileAsOf: null };
  const guests = [...cityGuests.flatMap((stay) => occupiedNights(stay) ?? []), ...hiddenGuests];
  return subtract(nights, alreadyThere === null ? [] : [alreadyThere])
    .flatMap((span) => guestsAtOnce({ span, at: { city, guests } }))
    .filter(({ verdict }) => verdict === 'BLOCKED')
    .slice(0, 1);
}
