import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { day } from '@shelter-city/domain/calendar/days.fixture';
import { aCity, anInput, aPlace } from '@shelter-city/domain/matching/match.fixture';
import { matchDefender } from '@shelter-city/domain/matching/match-defender';
import type { MatchInput } from '@shelter-city/domain/matching/match-input';
import { dice } from '@shelter-city/planner/random-input.fixture';

/** Cities with one to six places of one or two confirmed periods and some guests, and somebody with a window of two months. */
function someCities(count: number, seed: number): MatchInput {
  const roll = dice(seed);
  const begin = day('2026-12-01');
  const span = (from: number, nights: number) => ({ from: addDays(begin, from), until: addDays(begin, from + nights) });
  const cities = Array.from({ length: count }, (_, city) =>
    aCity({
      cityId: `city-${city}`,
      gapDays: roll(8),
      places: Array.from({ length: 1 + roll(6) }, (_place, place) =>
        aPlace({
          placeId: `place-${city}-${place}`,
          confirmed: [{ ...span(roll(60), 120 + roll(240)), confirmedOn: day('2026-11-03'), track: null }],
          occupied: roll(2) === 0 ? [{ ...span(roll(200), 30 + roll(60)), defenderId: `guest-${city}-${place}`, interpreterNeeded: false }] : [],
        })),
    }));
  return anInput({ today: begin, cities, window: { earliest: addDays(begin, 30), latest: addDays(begin, 90) }, lengthNights: 90 });
}

/** Milliseconds to judge one defender against so many cities with all reasons, once warm; and how many findings that gave. */
export function oneDefender(cities: number, seed: number): { readonly milliseconds: number; readonly findings: number } {
  const input = someCities(cities, seed);
  for (let warm = 0; warm < 5; warm += 1) matchDefender(input);
  const began = performance.now();
  const options = matchDefender(input);
  return { milliseconds: performance.now() - began, findings: options.reduce((sum, { findings }) => sum + findings.length, 0) };
}
