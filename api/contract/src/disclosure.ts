import { ageBands, grantedParts } from '@shelter-city/domain/disclosure/city-parts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { accountName, cityName, enteredDay, id, instant, name, reason } from './fields.ts';
import { readableText } from './readable.ts';
import { stayStatuses } from './vocabulary.ts';

export { grantedParts };

const byCode = z.strictObject({ code: name });

/** One field that the city of a stay may open until a moment. */
export const disclosureGrant = z.strictObject({
  id, city: cityName, stayId: id, part: z.enum(grantedParts), reason: z.string(), grantedBy: accountName, grantedAt: instant,
  expiresAt: instant, withdrawnAt: instant.nullable(), withdrawnBy: accountName.nullable(),
  /** Whether the city could open it now. */
  isOpen: z.boolean(),
}).meta({ id: 'DisclosureGrant' });

/** What somebody on a case is told of it until it was seen. */
export const caseAlertKinds = ['GLASS_BROKEN', 'LEAD_TAKEN', 'NOTE_ASKED'] as const;
const caseAlert = z.strictObject({ id, kind: z.enum(caseAlertKinds), by: accountName, reason: z.string(), at: instant }).meta({ id: 'CaseAlert' });
/** The text of a restricted note for one without clearance: asked by one, agreed to by another who is cleared. */
const noteGrant = z.strictObject({
  id, noteId: id, askedBy: accountName, askedAt: instant, reason: z.string(), expiresAt: instant, approvedBy: accountName.nullable(),
  approvedAt: instant.nullable(), withdrawnAt: instant.nullable(), isOpen: z.boolean(),
  may: z.strictObject({ approve: z.boolean(), withdraw: z.boolean() }),
}).meta({ id: 'NoteGrant' });

/** What of a person is open to whom, and why. */
export const disclosureView = z.strictObject({
  /** What the person agreed to. */
  sharing: z.strictObject({ name: z.boolean(), contact: z.boolean() }),
  /** Those who come along, as every city that is asked sees them. */
  companions: z.array(z.enum(ageBands)),
  /** Stays whose city may be granted a field now. */
  stays: z.array(z.strictObject({ id, city: cityName, status: z.enum(stayStatuses) })),
  /** The newest first. */
  grants: z.array(disclosureGrant),
  /** How the asker stands to the case: on it, or with glass broken until a moment. */
  standing: z.strictObject({ onCase: z.boolean(), openUntil: instant.nullable() }),
  /** What the asker has not acknowledged yet. */
  alerts: z.array(caseAlert),
  /** Of restricted notes: the asker's own, and to the cleared everybody's. */
  noteGrants: z.array(noteGrant),
}).meta({ id: 'Disclosure' });
export type DisclosureView = z.output<typeof disclosureView>;

/** One act on a case as its page tells it: who, as what, which fields, why. Never a value. */
export const accessLine = z.strictObject({
  id: z.string(), at: instant, actor: accountName.nullable(), role: z.string().nullable(), action: z.string(), result: z.enum(['DONE', 'REFUSED']),
  reason: z.string().nullable(), fields: z.array(z.string()),
}).meta({ id: 'AccessLine' });

export const newGrant = z.strictObject({ stayId: id, part: z.enum(grantedParts), until: enteredDay, reason }).meta({ id: 'NewGrant' });

export const disclosure = {
  show: endpoint({ action: 'disclosure:read', summary: 'What of a person is open to a city', method: 'GET', path: '/defenders/:code/disclosure', params: byCode, reply: disclosureView }),
  agree: endpoint({ action: 'disclosure:agree', summary: 'Write down what the person agreed to share with a city', method: 'PUT', path: '/defenders/:code/sharing', params: byCode, body: z.strictObject({ name: z.boolean(), contact: z.boolean() }), reply: disclosureView }),
  grant: endpoint({ action: 'disclosure:grant', summary: 'Open one field to the city of a stay, with a reason and an end', method: 'POST', path: '/defenders/:code/grants', params: byCode, body: newGrant, reply: disclosureView }),
  withdraw: endpoint({ action: 'disclosure:withdraw', summary: 'Take a grant back', method: 'POST', path: '/defenders/:code/grants/:grantId/withdrawal', params: z.strictObject({ code: name, grantId: name }), reply: disclosureView }),
  breakGlass: endpoint({ action: 'disclosure:break-glass', summary: 'Open a case that one isn’t on, for an hour; everybody on it is told', method: 'POST', path: '/defenders/:code/break-glass', params: byCode, body: z.strictObject({ reason: readableText(20, 300) }), reply: disclosureView }),
  acknowledge: endpoint({ action: 'disclosure:acknowledge', summary: 'Say that one has seen some alerts', method: 'POST', path: '/defenders/:code/acknowledgements', params: byCode, body: z.strictObject({ alerts: z.array(id).min(1).max(50) }), reply: disclosureView }),
  askNote: endpoint({ action: 'disclosure:ask-note', summary: 'Ask to read a restricted note', method: 'POST', path: '/defenders/:code/note-grants', params: byCode, body: z.strictObject({ noteId: id, until: enteredDay, reason }), reply: disclosureView }),
  approveNote: endpoint({ action: 'disclosure:approve-note', summary: 'Let another read a restricted note', method: 'POST', path: '/defenders/:code/note-grants/:noteGrantId/approval', params: z.strictObject({ code: name, noteGrantId: name }), reply: disclosureView }),
  withdrawNote: endpoint({ action: 'disclosure:ask-note', summary: 'Take back what was asked or agreed to about a note', method: 'POST', path: '/defenders/:code/note-grants/:noteGrantId/withdrawal', params: z.strictObject({ code: name, noteGrantId: name }), reply: disclosureView }),
  accesses: endpoint({ action: 'disclosure:read', summary: 'Who opened what of a case, when and why', method: 'GET', path: '/defenders/:code/accesses', params: byCode, query: z.strictObject({ cursor: z.string().max(40).optional() }), reply: z.strictObject({ items: z.array(accessLine), nextCursor: z.string().nullable() }) }),
} as const;
