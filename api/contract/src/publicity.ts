import { consentMeans, publicityAspects } from '@shelter-city/domain/publicity/publicity-matrix';
import { sayings } from '@shelter-city/domain/publicity/what-may-be-said';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { accountName, calendarDate, enteredDay, id, instant, name, versionOrNone } from './fields.ts';
import { readableName } from './readable.ts';
import { publicityLevels } from './vocabulary.ts';

export { consentMeans, publicityAspects, type ConsentMeans, type PublicityAspect } from '@shelter-city/domain/publicity/publicity-matrix';

const level = z.enum(publicityLevels);
const aspect = z.enum(publicityAspects);
/** How far each thing may go; never is the default. */
export const publicityMatrix = z.strictObject({
  name: level, face: level, voice: level, country: level, city: level, theme: level, organisation: level, dates: level,
}).meta({ id: 'PublicityMatrix' });

/** What may be said today of one thing, and at which occasions when it is asked each time. */
const said = z.strictObject({
  aspect, level, answer: z.enum(sayings), occasions: z.array(z.strictObject({ occasion: z.string(), validUntil: calendarDate })),
}).meta({ id: 'Said' });
export type SaidView = z.output<typeof said>;

const given = { givenOn: enteredDay, givenHow: z.enum(consentMeans) };
const recorded = { recordedBy: accountName, recordedAt: instant };
export const publicityView = z.strictObject({
  asOf: calendarDate, hasReturned: z.boolean(),
  /** Every version, the newest first; the first one counts. A withdrawal is a version with nothing in it. */
  versions: z.array(z.strictObject({ number: z.int(), withdrawn: z.boolean(), matrix: publicityMatrix, ...given, ...recorded })),
  approvals: z.array(z.strictObject({ id, number: z.int(), aspects: z.array(aspect), occasion: z.string(), validUntil: calendarDate, counts: z.boolean(), givenHow: z.enum(consentMeans), ...recorded })),
  said: z.array(said), atEvents: level,
}).meta({ id: 'Publicity' });
export type PublicityView = z.output<typeof publicityView>;

/** The number of the version that the writer saw; 0 when there was none. */
const number = versionOrNone;
export const newConsent = z.strictObject({ number, matrix: publicityMatrix, ...given }).meta({ id: 'NewConsent' });
export const withdrawal = z.strictObject({ number, ...given }).meta({ id: 'PublicityWithdrawal' });
export const newApproval = z.strictObject({
  number, aspects: z.array(aspect).min(1).max(publicityAspects.length), occasion: readableName(3, 200), validUntil: enteredDay, givenHow: z.enum(consentMeans),
}).meta({ id: 'NewPublicityApproval' });

/** What a city may say, must not say and may not photograph: a code name, and nothing sealed. */
export const eventCard = z.strictObject({
  stayId: id, codeName: z.string(), asOf: calendarDate,
  /** The version it is made from, and its day; 0 when nothing was ever agreed. */
  number, versionOf: calendarDate.nullable(), withdrawnOn: calendarDate.nullable(), said: z.array(said),
  /** The version that the city printed last. */
  printed: z.strictObject({ number, on: calendarDate }).nullable(), outdated: z.boolean(),
}).meta({ id: 'EventCard' });
export type EventCard = z.output<typeof eventCard>;

const ofDefender = z.strictObject({ code: name });
const ofStay = z.strictObject({ stayId: name });

export const publicity = {
  show: endpoint({ action: 'publicity:read', summary: 'What a person agreed to make public, and what may be said today', method: 'GET', path: '/defenders/:code/publicity', params: ofDefender, reply: publicityView }),
  record: endpoint({ action: 'publicity:write', summary: 'Record what a person agreed to', method: 'POST', path: '/defenders/:code/publicity', params: ofDefender, body: newConsent, reply: publicityView }),
  withdraw: endpoint({ action: 'publicity:write', summary: 'Record that a person withdrew everything', method: 'POST', path: '/defenders/:code/publicity/withdrawal', params: ofDefender, body: withdrawal, reply: publicityView }),
  approve: endpoint({ action: 'publicity:write', summary: 'Record a yes to one occasion', method: 'POST', path: '/defenders/:code/publicity/approvals', params: ofDefender, body: newApproval, reply: publicityView }),
  card: endpoint({ action: 'event-card:read', summary: 'The event card of a stay, for a coordinator', method: 'GET', path: '/stays/:stayId/card', params: ofStay, reply: eventCard }),
  cityCard: endpoint({ action: 'event-card:own', summary: 'The event card of a confirmed stay, for its city', method: 'GET', path: '/city/stays/:stayId/card', params: ofStay, reply: eventCard }),
  printed: endpoint({ action: 'event-card:own', summary: 'Say which version of the card was printed', method: 'POST', path: '/city/stays/:stayId/card/printings', params: ofStay, body: z.strictObject({ number }), reply: eventCard }),
} as const;
