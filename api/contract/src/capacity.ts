import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, cityName, enteredDay, id, name, note, placeName, reason, version } from './fields.ts';
import { blockReasons, capacityStatuses, tracks } from './vocabulary.ts';

export const capacityPeriodView = z.strictObject({
  id, place: placeName, opensOn: calendarDate, closesOn: calendarDate, status: z.enum(capacityStatuses), track: z.enum(tracks).nullable(),
  note: z.string().nullable(), confirmedOn: calendarDate.nullable(), stillRightOn: calendarDate.nullable(), withdrawnReason: z.string().nullable(),
  /** Stays that lie on it, so that nobody asks in vain to withdraw it. */
  staysOnIt: z.int(), may: z.strictObject({ offer: z.boolean(), confirm: z.boolean(), change: z.boolean(), withdraw: z.boolean() }), version: z.int(),
}).meta({ id: 'CapacityPeriod' });
export type CapacityPeriodView = z.output<typeof capacityPeriodView>;

export const blockedDaysView = z.strictObject({
  id, place: placeName, from: calendarDate, until: calendarDate, reason: z.enum(blockReasons), note: z.string().nullable(), version: z.int(),
}).meta({ id: 'BlockedDays' });
export type BlockedDaysView = z.output<typeof blockedDaysView>;

export const capacityView = z.strictObject({
  city: cityName, asOf: calendarDate, from: calendarDate, until: calendarDate, places: z.array(placeName),
  periods: z.array(capacityPeriodView), blocked: z.array(blockedDaysView),
  may: z.strictObject({ request: z.boolean(), offer: z.boolean(), confirm: z.boolean(), block: z.boolean() }),
}).meta({ id: 'Capacity' });
export type CapacityView = z.output<typeof capacityView>;

const days = z.strictObject({ opensOn: enteredDay, closesOn: enteredDay, track: z.enum(tracks).nullable(), note: note.nullable() });
const inOrder = <T extends z.ZodType<{ opensOn: string; closesOn: string }>>(shape: T) =>
  shape.refine(({ opensOn, closesOn }) => closesOn > opensOn, { path: ['closesOn'], params: { code: 'closes-after-it-opens' } });

/** A period of days of a place; `closesOn` is the first day that is no longer offered. */
export const newPeriod = inOrder(days).meta({ id: 'NewCapacityPeriod' });
export const changedPeriod = inOrder(days.extend({ version })).meta({ id: 'ChangedCapacityPeriod' });
export const newBlock = z.strictObject({ from: enteredDay, until: enteredDay, reason: z.enum(blockReasons), note: note.nullable() })
  .refine(({ from, until }) => until > from, { path: ['until'], params: { code: 'ends-after-it-begins' } }).meta({ id: 'NewBlockedDays' });

const byPlace = z.strictObject({ placeId: name });
const byPeriod = z.strictObject({ periodId: name });
const bySlug = z.strictObject({ slug: name });

export const capacity = {
  show: endpoint({ action: 'capacity:read', summary: 'Capacity and blocked days of a city', method: 'GET', path: '/cities/:slug/capacity', params: bySlug, query: z.strictObject({ from: enteredDay.optional(), until: enteredDay.optional() }), reply: capacityView }),
  request: endpoint({ action: 'capacity:request', summary: 'Ask a city for capacity', method: 'POST', path: '/places/:placeId/capacity-requests', params: byPlace, body: newPeriod, reply: capacityView }),
  add: endpoint({ action: 'capacity:offer', summary: 'Offer capacity unasked', method: 'POST', path: '/places/:placeId/capacity-periods', params: byPlace, body: newPeriod, reply: capacityView }),
  offer: endpoint({ action: 'capacity:offer', summary: 'Answer a request, or change an offer', method: 'POST', path: '/capacity-periods/:periodId/offer', params: byPeriod, body: changedPeriod, reply: capacityView }),
  confirm: endpoint({ action: 'capacity:confirm', summary: 'Sign a period', method: 'POST', path: '/capacity-periods/:periodId/confirmation', params: byPeriod, body: z.strictObject({ version }), reply: capacityView }),
  confirmAll: endpoint({ action: 'capacity:confirm', summary: 'Say of all periods at once that they are right', method: 'POST', path: '/cities/:slug/capacity/confirmation', params: bySlug, body: z.strictObject({ periods: z.array(z.strictObject({ id, version })).min(1).max(200) }), reply: capacityView }),
  change: endpoint({ action: 'capacity:offer', summary: 'Lengthen or shorten a confirmed period', method: 'PATCH', path: '/capacity-periods/:periodId', params: byPeriod, body: changedPeriod, reply: capacityView }),
  withdraw: endpoint({ action: 'capacity:withdraw', summary: 'Withdraw a period, with a reason', method: 'POST', path: '/capacity-periods/:periodId/withdrawal', params: byPeriod, body: z.strictObject({ version, reason }), reply: capacityView }),
  block: endpoint({ action: 'capacity:block', summary: 'Close a place on some days', method: 'POST', path: '/places/:placeId/blocked-days', params: byPlace, body: newBlock, reply: capacityView }),
  lift: endpoint({ action: 'capacity:block', summary: 'Open blocked days again', method: 'POST', path: '/blocked-days/:blockId/lifting', params: z.strictObject({ blockId: name }), body: z.strictObject({ version }), reply: capacityView }),
} as const;
