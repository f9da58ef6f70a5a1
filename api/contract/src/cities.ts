import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, cityName, id, languageTag, name, reason, version, versionOrNone } from './fields.ts';
import { nameOrNone, readableName, readableText } from './readable.ts';
import { placeKinds, themes, tracks } from './vocabulary.ts';

const bySlug = z.strictObject({ slug: name });
const byPlace = z.strictObject({ placeId: name });

export const cityLine = cityName.extend({
  region: z.string(), joinedYear: z.int(), status: z.enum(['ACTIVE', 'PAUSED', 'LEFT']), latitude: z.number(), longitude: z.number(),
  organisation: z.string().nullable(), places: z.int(), guestsNow: z.int(), requestsWaiting: z.int(),
  /** The last day of confirmed capacity, null when there is none ahead. */
  confirmedUntil: calendarDate.nullable(), unconfirmedPeriods: z.int(),
}).meta({ id: 'CityLine' });
export type CityLine = z.output<typeof cityLine>;

export const cityFacts = z.strictObject({
  languages: z.array(languageTag).max(20), languagesKnown: z.boolean(), careNearby: z.boolean().nullable(),
  themes: z.array(z.enum(themes)), courses: z.array(nameOrNone(120)).max(20),
  screeningDays: z.int().min(0).max(180), publicEvents: z.enum(['NONE', 'SMALL', 'OPEN']),
  guestsAYearAtMost: z.int().min(0).max(50).nullable(), guestsAtOnceAtMost: z.int().min(1).max(50).nullable(), daysBetweenGuests: z.int().min(0).max(60),
}).meta({ id: 'CityFacts' });

export const placeFacts = z.strictObject({
  label: readableName(1, 60), kind: z.enum(placeKinds), sleeps: z.int().min(1).max(8),
  stepFree: z.boolean().nullable(), quiet: z.boolean().nullable(), womenOnly: z.boolean(), shared: z.boolean(),
  petsAllowed: z.boolean().nullable(), prayerSpace: z.boolean().nullable(),
  dietPossible: z.boolean().nullable(), track: z.enum(tracks).nullable(),
}).meta({ id: 'PlaceFacts' });
export type PlaceFacts = z.output<typeof placeFacts>;

export const placeView = z.strictObject({
  id, facts: placeFacts.extend({ label: z.string() }), retiredOn: calendarDate.nullable(), hasAddress: z.boolean(),
  /** Of the sealed address; null when there is none. */
  addressVersion: z.int().nullable(), version: z.int(),
}).meta({ id: 'Place' });
export type PlaceView = z.output<typeof placeView>;

export const cityView = cityName.extend({
  region: z.string(), joinedYear: z.int(), status: z.enum(['ACTIVE', 'PAUSED', 'LEFT']), latitude: z.number(), longitude: z.number(),
  agreementValidUntil: calendarDate.nullable(), facts: cityFacts,
  /** The most guests on one night from today on, of those whose days the reader may know. */
  mostGuestsAtOnce: z.int(),
  organisations: z.array(z.strictObject({ name: z.string(), since: calendarDate, until: calendarDate.nullable() })),
  places: z.array(placeView), may: z.strictObject({ write: z.boolean() }), version: z.int(),
}).meta({ id: 'City' });
export type CityView = z.output<typeof cityView>;

/** Where a place is, as it is written. */
export const addressText = readableText(1, 400);
const address = z.strictObject({ address: z.string() });
/** The version is that of the address seen last, 0 when there was none. */
const newAddress = z.strictObject({ address: addressText, version: versionOrNone });

export const cities = {
  list: endpoint({ action: 'city:list', summary: 'Host cities with what matters now', method: 'GET', path: '/cities', reply: z.strictObject({ items: z.array(cityLine), asOf: calendarDate }) }),
  show: endpoint({ action: 'city:read', summary: 'One host city with its places', method: 'GET', path: '/cities/:slug', params: bySlug, reply: cityView }),
  update: endpoint({ action: 'city:write', summary: 'Change what is known of a city', method: 'PATCH', path: '/cities/:slug', params: bySlug, body: z.strictObject({ version, facts: cityFacts }), reply: cityView }),
  addPlace: endpoint({ action: 'place:write', summary: 'Add a place', method: 'POST', path: '/cities/:slug/places', params: bySlug, body: z.strictObject({ facts: placeFacts }), reply: cityView }),
  updatePlace: endpoint({ action: 'place:write', summary: 'Change a place', method: 'PATCH', path: '/places/:placeId', params: byPlace, body: z.strictObject({ version, facts: placeFacts }), reply: cityView }),
  sealAddress: endpoint({ action: 'place:write', summary: 'Write the sealed address of a place', method: 'PUT', path: '/places/:placeId/address', params: byPlace, body: newAddress, reply: cityView }),
  revealAddress: endpoint({ action: 'place:reveal-address', summary: 'Open the address of a place, with a reason', method: 'POST', path: '/places/:placeId/address/reveals', params: byPlace, body: z.strictObject({ reason }), reply: address.extend({ secondsShown: z.int() }) }),
} as const;
