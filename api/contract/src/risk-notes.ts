import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { accountName, calendarDate, cityName, codeName, enteredDay, id, instant, name, reason } from './fields.ts';
import { readableText, textOrNone } from './readable.ts';
import { riskDegrees, riskLevels, riskScopes, riskSubjects } from './vocabulary.ts';

/** The sealed text of a note. */
export const riskNoteContent = z.strictObject({
  text: z.string(), threatActorKind: textOrNone(200),
  knownReachAbroad: textOrNone(500), measures: textOrNone(2000),
}).meta({ id: 'RiskNoteContent' });

export const riskNoteView = z.strictObject({
  id, subject: z.enum(riskSubjects), scope: z.enum(riskScopes), level: z.enum(riskLevels), degree: z.enum(riskDegrees),
  reviewBy: calendarDate, restricted: z.boolean(), author: accountName, createdAt: instant, supersededById: id.nullable(), supersedesId: id.nullable(),
  /** What the planner obeys. */
  citiesToAvoid: z.array(cityName), notNear: z.array(codeName),
  /** The only line a city ever sees. */
  instructionForCity: z.string().nullable(),
  may: z.strictObject({ reveal: z.boolean(), supersede: z.boolean() }),
}).meta({ id: 'RiskNote' });
export type RiskNoteView = z.output<typeof riskNoteView>;

export const newRiskNote = z.strictObject({
  scope: z.enum(riskScopes), level: z.enum(riskLevels), degree: z.enum(riskDegrees), reviewBy: enteredDay, restricted: z.boolean(),
  content: riskNoteContent.extend({ text: readableText(1, 4000) }).meta({ id: 'NewRiskNoteContent' }), instructionForCity: textOrNone(500).nullable(),
  citiesToAvoid: z.array(id).max(20),
  /** Codes of defenders who must not be in one city at the same time. */
  notNear: z.array(name).max(20),
}).meta({ id: 'NewRiskNote' });
export type NewRiskNote = z.input<typeof newRiskNote>;

const ofDefender = z.strictObject({ code: name });
const ofNote = z.strictObject({ noteId: name });

export const riskNotes = {
  list: endpoint({ action: 'risk-note:list', summary: 'Risk notes of a defender, without their text', method: 'GET', path: '/defenders/:code/risk-notes', params: ofDefender, reply: z.strictObject({ items: z.array(riskNoteView) }) }),
  add: endpoint({ action: 'risk-note:add', summary: 'Add a risk note', method: 'POST', path: '/defenders/:code/risk-notes', params: ofDefender, body: newRiskNote, reply: riskNoteView }),
  supersede: endpoint({ action: 'risk-note:add', summary: 'Write a newer note in place of one', method: 'POST', path: '/risk-notes/:noteId/successor', params: ofNote, body: newRiskNote, reply: riskNoteView }),
  reveal: endpoint({ action: 'risk-note:reveal', summary: 'Open the text of a risk note, with a reason', method: 'POST', path: '/risk-notes/:noteId/reveals', params: ofNote, body: z.strictObject({ reason }), reply: z.strictObject({ content: riskNoteContent, secondsShown: z.int() }) }),
} as const;
