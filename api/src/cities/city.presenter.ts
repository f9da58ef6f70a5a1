import type { CityLine, CityView, PlaceView } from '@shelter-city/contract/cities';
import type { Actor } from '../access/actor.ts';
import { reachOf } from '../access/policy.ts';
import type { CityLineRecord, CityRecord, PlaceRecord } from './cities.repository.ts';

/** A host city with its places, to whoever may read it. */
export const presentCity = (actor: Actor, city: CityRecord): CityView => ({
  id: city.id,
  slug: city.slug,
  name: city.name,
  region: city.region,
  joinedYear: city.joinedYear,
  status: city.status,
  latitude: city.latitude,
  longitude: city.longitude,
  agreementValidUntil: city.agreementValidUntil,
  facts: {
    languages: city.languages,
    languagesKnown: city.languagesKnown,
    careNearby: city.careNearby,
    themes: city.themes,
    courses: city.courses,
    screeningDays: city.screeningDays,
    publicEvents: city.publicEvents,
    guestsAYearAtMost: city.guestsAYearAtMost,
    guestsAtOnceAtMost: city.guestsAtOnceAtMost,
    daysBetweenGuests: city.daysBetweenGuests,
  },
  mostGuestsAtOnce: city.mostGuestsAtOnce,
  organisations: city.organisations.map(({ name, since, until }) => ({ name, since, until })),
  places: city.places.map(presentPlace),
  may: { write: reachOf(actor.role, 'city:write') !== null },
  version: city.version,
});

const presentPlace = (place: PlaceRecord): PlaceView => ({
  id: place.id,
  facts: {
    label: place.label,
    kind: place.kind,
    sleeps: place.sleeps,
    stepFree: place.stepFree,
    quiet: place.quiet,
    womenOnly: place.womenOnly,
    shared: place.shared,
    petsAllowed: place.petsAllowed,
    prayerSpace: place.prayerSpace,
    dietPossible: place.dietPossible,
    track: place.track,
  },
  retiredOn: place.retiredOn,
  hasAddress: place.addressVersion !== null,
  addressVersion: place.addressVersion,
  version: place.version,
});

/** A host city in the coordinators' list. */
export const presentCityLine = (line: CityLineRecord): CityLine => ({
  id: line.id,
  slug: line.slug,
  name: line.name,
  region: line.region,
  joinedYear: line.joined_year,
  status: line.status,
  latitude: line.latitude,
  longitude: line.longitude,
  organisation: line.organisation,
  places: line.places,
  guestsNow: line.guests_now,
  requestsWaiting: line.requests_waiting,
  confirmedUntil: line.confirmed_until,
  unconfirmedPeriods: line.unconfirmed_periods,
});
