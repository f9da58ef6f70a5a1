import type { MatchCity, MatchPlace } from '@shelter-city/domain/matching/match-input';
import type { MatchWorld } from './match-world.repository.ts';

/** What the domain's rules read of the cities, put together from the flat parts that the database gives. */
export function matchCitiesOf(world: MatchWorld): MatchCity[] {
  const periodsOf = Map.groupBy(world.periods, ({ placeId }) => placeId);
  const blockedOf = Map.groupBy(world.blocked, ({ placeId }) => placeId);
  const occupiedOf = Map.groupBy(world.occupied, ([placeId]) => placeId);
  const placesOf = Map.groupBy(world.places, ({ cityId }) => cityId);
  return world.cities.map(({ id, themes, usedNights, offeredNights, ...city }) => ({
    cityId: id,
    profileAsOf: city.profileAsOf,
    languages: city.languages,
    // A city that named no theme was not asked yet.
    themes: themes.length === 0 ? null : themes,
    specialisedCare: city.specialisedCare,
    screeningDays: city.screeningDays,
    publicEvents: city.publicEvents,
    gapDays: city.gapDays,
    guestsAtOnceAtMost: city.guestsAtOnceAtMost,
    guestsAYearAtMost: city.guestsAYearAtMost,
    agreementUntil: city.agreementUntil,
    load: { usedNights, offeredNights },
    places: (placesOf.get(id) ?? []).map((place) => matchPlaceOf(place, periodsOf, blockedOf, occupiedOf)),
  }));
}

function matchPlaceOf(
  place: MatchWorld['places'][number],
  periodsOf: ReadonlyMap<string, MatchWorld['periods']>,
  blockedOf: ReadonlyMap<string, MatchWorld['blocked']>,
  occupiedOf: ReadonlyMap<string, MatchWorld['occupied']>,
): MatchPlace {
  const periods = periodsOf.get(place.id) ?? [];
  return {
    placeId: place.id,
    kind: place.kind,
    profileAsOf: place.profileAsOf,
    stepFree: place.stepFree,
    quiet: place.quiet,
    prayerSpace: place.prayerSpace,
    dietPossible: place.dietPossible,
    womenOnly: place.womenOnly,
    alone: !place.shared,
    sleeps: place.sleeps,
    track: place.track,
    confirmed: periods.flatMap(({ from, until, track, confirmedOn }) => (confirmedOn === null ? [] : [{ from, until, track, confirmedOn }])),
    unconfirmed: periods.flatMap(({ from, until, confirmedOn }) => (confirmedOn === null ? [{ from, until }] : [])),
    blocked: (blockedOf.get(place.id) ?? []).map(({ from, until, reason }) => ({ from, until, reason })),
    occupied: (occupiedOf.get(place.id) ?? []).map(([, from, until, defenderId, interpreterNeeded]) => ({ from, until, defenderId: defenderId ?? '', interpreterNeeded })),
  };
}
