import { day, span } from '../calendar/days.fixture.ts';
import { aCity, aDefender, aPlace } from '../matching/match.fixture.ts';
import type { MatchCity, MatchDefender } from '../matching/match-input.ts';
import type { AskedPerson, PlanAsk } from './plan-ask.ts';

/** Someone of a cohort who can arrive in the first two weeks of February and stays 60 nights. */
export function aPerson(defenderId: string, over: Partial<Omit<AskedPerson, 'defender'>> = {}, defender: Partial<MatchDefender> = {}): AskedPerson {
  return {
    defender: aDefender({ defenderId, ...defender }),
    window: { earliest: day('2027-02-01'), latest: day('2027-02-14') },
    lengthNights: 60,
    pinned: null,
    bannedCities: [],
    kept: null,
    ...over,
  };
}

/** A city with so many free places, each named after it. */
export function aCityWith(cityId: string, places: number, over: Partial<MatchCity> = {}): MatchCity {
  return aCity({ cityId, places: Array.from({ length: places }, (_, at) => aPlace({ placeId: `${cityId}-${String(at)}` })), ...over });
}

/** A plan asked on 1 December 2026 for the first half of 2027: two people, two cities of one place. */
export function anAsk(over: Partial<PlanAsk> = {}): PlanAsk {
  return {
    today: day('2026-12-01'),
    arrivals: span('2027-01-01', '2027-07-01'),
    cities: [aCityWith('nijmegen', 1), aCityWith('utrecht', 1)],
    people: [aPerson('ada'), aPerson('bo')],
    apart: [],
    placesKeptFree: 0,
    keeps: false,
    ...over,
  };
}
