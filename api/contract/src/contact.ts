import { contactChannels, contactRefusals } from '@shelter-city/domain/contact/contact-rule';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { accountName, id, instant, name, version, versionOrNone } from './fields.ts';

export { contactChannels, type ContactChannel, type ContactRefusal } from '@shelter-city/domain/contact/contact-rule';

const channel = z.enum(contactChannels);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** The part of a contact rule that isn't secret. The rest lies sealed in the contact compartment. */
export const contactRule = z.strictObject({
  notDirectly: z.boolean(), hasGoBetween: z.boolean(), allowed: z.array(channel).max(contactChannels.length), never: z.array(channel).max(contactChannels.length),
  hoursFrom: time.nullable(), hoursUntil: time.nullable(),
}).meta({ id: 'ContactRule' });
export type ContactRuleView = z.output<typeof contactRule>;

/** Each way with why it is closed now; null when it is open. */
const way = z.strictObject({ channel, refusal: z.enum(contactRefusals).nullable() });
export const contactView = z.strictObject({
  rule: contactRule.nullable(), version: z.int(), ways: z.array(way),
  attempts: z.array(z.strictObject({ id, channel, reached: z.boolean(), by: accountName, at: instant })),
}).meta({ id: 'ReachingOut' });
export type ContactView = z.output<typeof contactView>;

export const writtenContactRule = z.strictObject({ version: versionOrNone, rule: contactRule }).meta({ id: 'WrittenContactRule' });
export const newAttempt = z.strictObject({ version, channel, reached: z.boolean() }).meta({ id: 'NewContactAttempt' });

const ofDefender = z.strictObject({ code: name });
const ofStay = z.strictObject({ stayId: name });

export const contact = {
  show: endpoint({ action: 'contact:read', summary: 'How a defender may be reached, nothing of it sealed', method: 'GET', path: '/defenders/:code/contact', params: ofDefender, reply: contactView }),
  write: endpoint({ action: 'contact:write', summary: 'Write the part of the contact rule that isn’t secret', method: 'PUT', path: '/defenders/:code/contact', params: ofDefender, body: writtenContactRule, reply: contactView }),
  attempt: endpoint({ action: 'contact:attempt', summary: 'Note that somebody tried to reach a defender', method: 'POST', path: '/defenders/:code/contact/attempts', params: ofDefender, body: newAttempt, reply: contactView }),
  ofGuest: endpoint({ action: 'contact:guest', summary: 'How a guest may be reached by the city', method: 'GET', path: '/city/stays/:stayId/contact', params: ofStay, reply: contactView }),
  attemptOfGuest: endpoint({ action: 'contact:guest', summary: 'Note that a city tried to reach its guest', method: 'POST', path: '/city/stays/:stayId/contact/attempts', params: ofStay, body: newAttempt, reply: contactView }),
} as const;
