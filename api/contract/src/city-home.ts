import { ageBands, cityParts } from '@shelter-city/domain/disclosure/city-parts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, calendarMonth, cityName, enteredDay, id, languageTag, name, note, placeName, reason, span, version } from './fields.ts';
import { otherDates } from './stays.ts';
import { accessNeeds, declineReasons, languageLevels, stayStatuses, tracks } from './vocabulary.ts';

const guest = {
  id, codeName: z.string(), place: placeName, householdSize: z.int(),
  /** Those who come along, as age bands. */
  companions: z.array(z.enum(ageBands)), languages: z.array(z.strictObject({ language: languageTag, level: z.enum(languageLevels) })),
  interpreter: languageTag.nullable(), needs: z.array(z.enum(accessNeeds)), track: z.enum(tracks).nullable(), why: z.string().nullable(),
  nights: z.int(), version: z.int(),
};
/** A proposal as its city sees it: a code name, the month, what is needed. No name, no nationality, no exact day. */
export const requestCard = z.strictObject({
  phase: z.literal('PROPOSED'), ...guest, arrivalMonth: calendarMonth, proposedOn: calendarDate, answerBy: calendarDate, otherDates: span.nullable(),
  /** Whether a yes would be taken: not of somebody who is no longer selected. */
  mayConfirm: z.boolean(),
}).meta({ id: 'RequestCard' });
export type RequestCard = z.output<typeof requestCard>;
/** A guest from the confirmation to the departure. */
export const guestCard = z.strictObject({
  phase: z.literal('CONFIRMED'), ...guest, status: z.enum(stayStatuses), arrivesOn: calendarDate, departsOn: calendarDate,
  actualArrivesOn: calendarDate.nullable(), returnReviewed: z.boolean(), instructions: z.array(z.string()),
  /** The sealed parts that may be revealed now. */
  reveals: z.array(z.enum(cityParts)),
  may: z.array(z.enum(['arrive', 'depart'])),
}).meta({ id: 'GuestCard' });
export type GuestCard = z.output<typeof guestCard>;
/** What is left of a stay in its city's view for 30 days after it ended, and an answer that was no. */
export const pastCard = z.strictObject({
  phase: z.literal('AFTER'), id, codeName: z.string(), place: placeName, status: z.enum(stayStatuses), nights: z.int(), endedOn: calendarDate, version: z.int(),
}).meta({ id: 'PastCard' });
export const cityStay = z.discriminatedUnion('phase', [requestCard, guestCard, pastCard]).meta({ id: 'CityStay' });
export type CityStay = z.output<typeof cityStay>;

export const cityHomeView = z.strictObject({
  city: cityName, asOf: calendarDate, requests: z.array(requestCard), guests: z.array(guestCard), past: z.array(pastCard),
  capacity: z.strictObject({
    /** Requests of a coordinator and offers that nobody signed. */
    unanswered: z.int(), unconfirmed: z.int(), confirmedUntil: calendarDate.nullable(),
    /** Facts that nobody has filled in yet; the web has their words. */
    missing: z.array(z.enum(['LANGUAGES', 'CARE', 'STEP_FREE', 'QUIET', 'DIET', 'ADDRESS', 'NEXT_YEAR'])),
  }),
}).meta({ id: 'CityHome' });
export type CityHomeView = z.output<typeof cityHomeView>;

const by = z.strictObject({ stayId: name });
export const decline = z.strictObject({ version, reason: z.enum(declineReasons), note: note.nullable() }).meta({ id: 'Decline' });

/** What a reveal opens to a city: one part and nothing of another. */
export const openedPart = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('KNOWN_AS'), content: z.strictObject({ knownAs: z.string(), pronoun: z.string() }) }),
  z.strictObject({ part: z.literal('CONTACT_CHANNEL'), content: z.strictObject({ doNotContactDirectly: z.boolean(), channelsAllowed: z.string(), channelsNever: z.string(), hours: z.string() }) }),
  z.strictObject({ part: z.literal('FIRST_NAMES'), content: z.strictObject({ firstNames: z.array(z.string()) }) }),
  z.strictObject({ part: z.literal('LEGAL_NAME'), content: z.strictObject({ legalName: z.string() }) }),
  z.strictObject({ part: z.literal('NATIONALITIES'), content: z.strictObject({ nationalities: z.array(z.string()) }) }),
  z.strictObject({ part: z.literal('BIRTH_YEAR'), content: z.strictObject({ birthYear: z.int().nullable() }) }),
]).meta({ id: 'OpenedPart' });
export type OpenedPart = z.output<typeof openedPart>;
export type { AgeBand, CityPart } from '@shelter-city/domain/disclosure/city-parts';

export const cityHome = {
  show: endpoint({ action: 'city-home:read', summary: 'What waits for a city, and its guests', method: 'GET', path: '/city', reply: cityHomeView }),
  stay: endpoint({ action: 'city-stay:read', summary: 'One stay, as its city sees it', method: 'GET', path: '/city/stays/:stayId', params: by, reply: cityStay }),
  confirm: endpoint({ action: 'stay:confirm', summary: 'Yes, we can host', method: 'POST', path: '/city/stays/:stayId/confirmation', params: by, body: z.strictObject({ version }), reply: cityStay }),
  decline: endpoint({ action: 'stay:decline', summary: 'No, with a reason', method: 'POST', path: '/city/stays/:stayId/decline', params: by, body: decline, reply: cityStay }),
  offerOtherDates: endpoint({ action: 'stay:confirm', summary: 'Yes, on other dates', method: 'POST', path: '/city/stays/:stayId/other-dates', params: by, body: otherDates, reply: cityStay }),
  arrive: endpoint({ action: 'stay:arrive', summary: 'The guest has arrived', method: 'POST', path: '/city/stays/:stayId/arrival', params: by, body: z.strictObject({ version, on: enteredDay }), reply: cityStay }),
  depart: endpoint({ action: 'stay:depart', summary: 'The guest has left', method: 'POST', path: '/city/stays/:stayId/departure', params: by, body: z.strictObject({ version, on: enteredDay, withoutReviewBecause: note.nullable() }), reply: cityStay }),
  reveal: endpoint({ action: 'city-stay:reveal', summary: 'Open one part of what is sealed about a guest, with a reason', method: 'POST', path: '/city/stays/:stayId/reveals', params: by, body: z.strictObject({ part: z.enum(cityParts), reason }), reply: z.strictObject({ revealed: openedPart, secondsShown: z.int() }) }),
} as const;
