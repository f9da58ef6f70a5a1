import { z } from 'zod';
import { compartmentContent, contactContent, defenderCompartments, dependantsContent, identityContent } from './defender-content.ts';
import { endpoint } from './endpoint.ts';
import { accountName, calendarDate, cityName, countryCode, enteredDay, flag, id, instant, languageTag, name, note, reason, span, version, versionOrNone } from './fields.ts';
import { readableName } from './readable.ts';
import { accessNeeds, applicationStatuses, languageLevels, riskLevels, stayStatuses, themes, tracks, visaKinds } from './vocabulary.ts';

const byCode = z.strictObject({ code: name });
const knownLanguage = z.strictObject({ language: languageTag, level: z.enum(languageLevels) });
const cityWish = z.strictObject({ cityId: id, kind: z.enum(['PREFER', 'AVOID']) });
const presence = z.strictObject({ enteredOn: enteredDay, leftOn: enteredDay, source: readableName(1, 120), basis: z.enum(visaKinds) });
/** Both days are valid days; without countries it is good in the whole area; `days` is the number on the sticker. */
const heldVisa = z.strictObject({
  kind: z.enum(visaKinds), validFrom: enteredDay, validUntil: enteredDay, countries: z.array(countryCode).max(30), days: z.int().min(1).max(90).nullable(),
});

/** What placing needs to know of a person, without saying who it is. */
export const placementProfile = z.strictObject({
  countryOfWork: countryCode,
  currentCountry: countryCode.nullable(),
  languages: z.array(knownLanguage).max(12),
  interpreter: languageTag.nullable(),
  themes: z.array(z.enum(themes)).max(12),
  needs: z.array(z.enum(accessNeeds)).max(7),
  householdSize: z.int().min(1).max(8),
  womenOnlyAllowed: z.boolean(),
  earliestArrival: enteredDay.nullable(),
  latestArrival: enteredDay.nullable(),
  /** Nights; 89 nights are 90 visa days. */
  nightsWished: z.int().min(1).max(180),
  passportValidUntil: enteredDay.nullable(),
  visaNeeded: z.boolean(),
  /** Days the consulate takes. */
  visaLeadDays: z.int().min(0).max(365).nullable(),
  track: z.enum(tracks).nullable(),
  wishes: z.array(cityWish).max(20),
  presences: z.array(presence).max(40),
  visas: z.array(heldVisa).max(10),
}).meta({ id: 'PlacementProfile' });
export type PlacementProfile = z.output<typeof placementProfile>;

const stayLine = z.strictObject({ id, status: z.enum(stayStatuses), city: cityName, placeLabel: z.string(), span, version: z.int() });

export const defenderLine = z.strictObject({
  id, code: z.string(), codeName: z.string(), selection: z.enum(applicationStatuses), selectedOn: calendarDate.nullable(),
  languages: z.array(knownLanguage), needs: z.array(z.enum(accessNeeds)), householdSize: z.int(),
  earliestArrival: calendarDate.nullable(), latestArrival: calendarDate.nullable(), nightsWished: z.int(),
  track: z.enum(tracks).nullable(), caseLead: accountName.nullable(),
  /** The stay that counts now: under way, coming, proposed or drafted. */
  stay: stayLine.nullable(), version: z.int(),
}).meta({ id: 'DefenderLine' });
export type DefenderLine = z.output<typeof defenderLine>;

export const defenderSorts = ['codeName', '-codeName', 'earliestArrival', '-selectedOn'] as const;
export const defenderQuery = z.strictObject({
  view: z.enum(['all', 'unplaced', 'coming', 'here', 'past']).optional(),
  selection: z.enum(applicationStatuses).optional(),
  mine: flag.optional(),
  /** The beginning of a code name. */
  search: z.string().trim().max(60).optional(),
  sort: z.enum(defenderSorts).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const defenderView = z.strictObject({
  id, code: z.string(), codeName: z.string(), selection: z.enum(applicationStatuses), selectedOn: calendarDate.nullable(),
  caseLead: accountName.nullable(), profile: placementProfile.extend({ presences: z.array(presence.extend({ source: z.string() })) }),
  cities: z.array(cityName), // the names of the cities that the wishes name
  compartments: z.array(z.strictObject({ compartment: z.enum(defenderCompartments), sealed: z.boolean(), version: z.int().nullable() })),
  applications: z.array(z.strictObject({
    id, call: z.strictObject({ id, name: z.string() }), status: z.enum(applicationStatuses), receivedOn: calendarDate,
    decidedOn: calendarDate.nullable(), decisionReason: z.string().nullable(), next: z.array(z.enum(applicationStatuses)), version: z.int(),
  })),
  stays: z.array(stayLine.extend({ actualArrivesOn: calendarDate.nullable(), actualDepartsOn: calendarDate.nullable() })),
  risk: z.strictObject({ notes: z.int(), restricted: z.int(), level: z.enum(riskLevels).nullable(), reviewBy: calendarDate.nullable() }),
  createdAt: instant, version: z.int(),
}).meta({ id: 'Defender' });
export type DefenderView = z.output<typeof defenderView>;

export const newDefender = z.strictObject({
  callId: id, profile: placementProfile, identity: identityContent.nullable(), contact: contactContent.nullable(), dependants: dependantsContent.nullable(),
}).meta({ id: 'NewDefender' });
export type NewDefender = z.input<typeof newDefender>;

export const historyLine = z.strictObject({
  id, at: instant, actor: accountName.nullable(), subject: z.string(), verb: z.string(), fromStatus: z.string().nullable(),
  toStatus: z.string().nullable(), reasonCode: z.string().nullable(), note: z.string().nullable(),
}).meta({ id: 'HistoryLine' });
export type HistoryLine = z.output<typeof historyLine>;

const page = z.strictObject({ items: z.array(defenderLine), nextCursor: z.string().nullable() }).meta({ id: 'DefenderPage' });
const revealed = z.strictObject({ revealed: compartmentContent, version: z.int(), secondsShown: z.int() }).meta({ id: 'Revealed' });

export const defenders = {
  list: endpoint({ action: 'defender:list', summary: 'Defenders by code name, filtered, sorted, a page at a time', method: 'GET', path: '/defenders', query: defenderQuery, reply: page }),
  create: endpoint({ action: 'defender:create', summary: 'Take in a defender under a new code name', method: 'POST', path: '/defenders', body: newDefender, reply: defenderView }),
  show: endpoint({ action: 'defender:read', summary: 'One defender, without identity', method: 'GET', path: '/defenders/:code', params: byCode, reply: defenderView }),
  update: endpoint({ action: 'defender:write', summary: 'Change the placement profile', method: 'PATCH', path: '/defenders/:code', params: byCode, body: z.strictObject({ version, profile: placementProfile }), reply: defenderView }),
  history: endpoint({ action: 'defender:read', summary: 'What happened to a defender’s case', method: 'GET', path: '/defenders/:code/history', params: byCode, reply: z.strictObject({ items: z.array(historyLine) }) }),
  reveal: endpoint({ action: 'defender:reveal', summary: 'Open one sealed compartment, with a reason', method: 'POST', path: '/defenders/:code/reveals', params: byCode, body: z.strictObject({ compartment: z.enum(defenderCompartments), reason }), reply: revealed }),
  seal: endpoint({ action: 'defender:write', summary: 'Write one sealed compartment', method: 'PUT', path: '/defenders/:code/compartments', params: byCode, body: z.strictObject({ version: versionOrNone, sealed: compartmentContent }), reply: defenderView }),
  takeOver: endpoint({ action: 'defender:write', summary: 'Become case lead', method: 'POST', path: '/defenders/:code/lead', params: byCode, body: z.strictObject({ version }), reply: defenderView }),
  decide: endpoint({ action: 'application:decide', summary: 'Move an application on', method: 'POST', path: '/applications/:applicationId/decision', params: z.strictObject({ applicationId: name }), body: z.strictObject({ version, to: z.enum(applicationStatuses), reason: note.nullable() }), reply: defenderView }),
  calls: endpoint({ action: 'call:read', summary: 'Calls for applications', method: 'GET', path: '/calls', reply: z.strictObject({ items: z.array(z.strictObject({ id, name: z.string(), publishedOn: calendarDate, closesOn: calendarDate, staysFrom: calendarDate, staysUntil: calendarDate, open: z.boolean() })) }) }),
} as const;
