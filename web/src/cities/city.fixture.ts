import type { CityView, PlaceView } from '@shelter-city/contract/cities';

/** A place of the specs of which nobody said anything yet. */
export const aPlace = (more: Partial<PlaceView> = {}): PlaceView => ({
  id: '7885b216-d6c5-45bc-bfaf-c022887a0337', retiredOn: null, hasAddress: true, addressVersion: 3, version: 2,
  facts: { label: 'House A', kind: 'STUDIO', sleeps: 1, stepFree: null, quiet: null, womenOnly: false, shared: false, petsAllowed: true, prayerSpace: false, dietPossible: null, track: null },
  ...more,
});

/** A city of the specs. */
export const aCity = (more: Partial<CityView> = {}): CityView => ({
  id: 'a8db3b58-fe55-4f32-b6e9-fa40421bd185', slug: 'utrecht', name: 'Utrecht', region: 'Utrecht', joinedYear: 2015, status: 'ACTIVE', latitude: 52.09, longitude: 5.12,
  agreementValidUntil: null,
  facts: { languages: [], languagesKnown: false, careNearby: null, themes: ['LABOUR'], courses: ['Digital security'], screeningDays: 42, publicEvents: 'SMALL', guestsAYearAtMost: null, guestsAtOnceAtMost: null, daysBetweenGuests: 3 },
  mostGuestsAtOnce: 0, organisations: [], places: [aPlace()], may: { write: true }, version: 9, ...more,
});
