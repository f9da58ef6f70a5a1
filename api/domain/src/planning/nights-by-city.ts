import { nightsIn } from '../calendar/date-span.ts';
import type { MatchCity } from '../matching/match-input.ts';
import type { PlannedSeat } from './plan-ask.ts';

/** Nights that some seats ask of each city; a city that is asked for none stands at 0. */
export function nightsByCity(cities: readonly Pick<MatchCity, 'cityId' | 'places'>[], seats: readonly PlannedSeat[]): Map<string, number> {
  const cityOf = new Map(cities.flatMap(({ cityId, places }) => places.map(({ placeId }) => [placeId, cityId] as const)));
  const nights = new Map(cities.map(({ cityId }) => [cityId, 0]));
  for (const { placeId, span } of seats) {
    const cityId = cityOf.get(placeId);
    if (cityId !== undefined) nights.set(cityId, (nights.get(cityId) ?? 0) + nightsIn(span));
  }
  return nights;
}
