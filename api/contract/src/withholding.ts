import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { accountName, cityName, id, instant, name, reason } from './fields.ts';
import { readableText } from './readable.ts';
import { roles } from './vocabulary.ts';

/** Whom a list can name: an account that works with cases, with its city when it belongs to one. */
const nameable = accountName.extend({ role: z.enum(roles), city: cityName.nullable() }).meta({ id: 'NameableAccount' });

/** With whom nothing of a defender is shared: how many, and whom the list could name. Whom it names is opened apart. */
export const withholdingView = z.strictObject({
  cities: z.int(), people: z.int(), accounts: z.array(nameable),
  /** Whether the reader may open the list and lift what stands on it. */
  may: z.strictObject({ reveal: z.boolean() }),
}).meta({ id: 'Withholding' });
export type WithholdingView = z.output<typeof withholdingView>;

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('CITY'), cityId: id }),
  z.strictObject({ kind: z.literal('ACCOUNT'), accountId: id }),
]);
/** Why (S4): sealed, for the cleared. */
export const withholdingReason = z.strictObject({ why: readableText(3, 1000) });
/** The same as it is opened: whatever was written. */
export const openedWithholdingReason = z.strictObject({ why: z.string() });
export const newWithholding = withholdingReason.extend({ from: target }).meta({ id: 'NewWithholding' });
export type NewWithholding = z.output<typeof newWithholding>;

export const withholdingEntry = z.strictObject({
  id, city: cityName.nullable(), account: accountName.nullable(), why: z.string(), addedBy: accountName, addedAt: instant,
}).meta({ id: 'WithholdingEntry' });

const ofDefender = z.strictObject({ code: name });

export const withholding = {
  show: endpoint({ action: 'withholding:read', summary: 'With how many nothing of a defender is shared', method: 'GET', path: '/defenders/:code/withholding', params: ofDefender, reply: withholdingView }),
  add: endpoint({ action: 'withholding:add', summary: 'Share nothing of a defender with a city or a person', method: 'POST', path: '/defenders/:code/withholding', params: ofDefender, body: newWithholding, reply: withholdingView }),
  reveal: endpoint({ action: 'withholding:reveal', summary: 'Open the "do not share with" list, with a reason', method: 'POST', path: '/defenders/:code/withholding/reveals', params: ofDefender, body: z.strictObject({ reason }), reply: z.strictObject({ items: z.array(withholdingEntry), secondsShown: z.int() }) }),
  lift: endpoint({ action: 'withholding:lift', summary: 'Take a city or a person off the list', method: 'POST', path: '/withholding/:entryId/lifting', params: z.strictObject({ entryId: name }), body: z.strictObject({ reason }), reply: done }),
} as const;
