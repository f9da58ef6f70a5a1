import { overruleReasons } from '@shelter-city/domain/matching/overrule-reasons';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { accountName, calendarDate, cityName, codeName, enteredDay, id, instant, name, note, placeName, span, version } from './fields.ts';
import { historyLine } from './defenders.ts';
import { readableText } from './readable.ts';
import { cancelReasons, cutShortReasons, stayStatuses, tracks } from './vocabulary.ts';

/** What can be done to a stay. */
export const stayChanges = [
  'propose', 'move', 'extendHold', 'discard', 'confirm', 'decline', 'offerOtherDates', 'acceptOtherDates', 'turnDown', 'cancel',
  'travel', 'arrive', 'noShow', 'reviewReturn', 'depart', 'cutShort', 'close',
] as const;
export type StayChange = (typeof stayChanges)[number];

export const stayView = z.strictObject({
  id, status: z.enum(stayStatuses), defender: codeName, city: cityName, place: placeName, planned: span,
  actualArrivesOn: calendarDate.nullable(), actualDepartsOn: calendarDate.nullable(), nights: z.int(),
  holdExpiresAt: instant.nullable(), track: z.enum(tracks).nullable(), caseLead: accountName.nullable(), whyThisCity: z.string().nullable(),
  otherDates: span.nullable(), reasonCode: z.string().nullable(), reasonNote: z.string().nullable(), returnReviewedOn: calendarDate.nullable(),
  proposedAt: instant.nullable(), answeredAt: instant.nullable(), continuesId: id.nullable(),
  /** Visa days of the 90 in any 180 that this stay leaves at its end; null when no visa is needed. */
  visaDaysLeft: z.int().nullable(),
  /** What the reader may do now, in the order to offer it. */
  may: z.array(z.enum(stayChanges)), version: z.int(),
}).meta({ id: 'Stay' });
export type StayView = z.output<typeof stayView>;

const where = { placeId: id, arrivesOn: enteredDay, departsOn: enteredDay };
const inOrder = <T extends z.ZodType<{ arrivesOn: string; departsOn: string }>>(shape: T) =>
  shape.refine(({ arrivesOn, departsOn }) => departsOn > arrivesOn, { path: ['departsOn'], params: { code: 'departs-after-arrival' } });
const why = readableText(10, 1000);
/**
 * Said where a coordinator was shown something against the choice. The reason is theirs to give, but for an arrival outside
 * the days that the person named: that is proposed knowingly, and with a reason, or not at all.
 */
const overrules = z.strictObject({ reason: z.enum(overruleReasons).nullable(), outsideWindow: z.boolean().optional() })
  .refine(({ reason, outsideWindow }) => outsideWindow !== true || reason !== null, { path: ['reason'], params: { code: 'reason-required' } }).optional();
export type Overrules = z.input<typeof overrules>;

export const newStay = inOrder(z.strictObject({ code: name, ...where })).meta({ id: 'NewStay' });
/** Draft and proposal in one act: what the match page does. `holdUntil` is the last day on which the place is held. */
export const newProposal = inOrder(z.strictObject({ code: name, ...where, why, holdUntil: enteredDay, overrules })).meta({ id: 'NewProposal' });
export type NewProposal = z.input<typeof newProposal>;
/** What turns a draft into a proposal. */
export const proposedDraft = z.strictObject({ version, why, holdUntil: enteredDay, overrules }).meta({ id: 'ProposedDraft' });
export const movedStay = inOrder(z.strictObject({ version, ...where, overrules })).meta({ id: 'MovedStay' });
export const otherDates = inOrder(z.strictObject({ version, arrivesOn: enteredDay, departsOn: enteredDay, note: note.nullable() })).meta({ id: 'OtherDates' });
const stale = z.strictObject({ version });
const by = z.strictObject({ stayId: name });
const change = <B extends z.ZodType>(action: 'stay:propose' | 'stay:move' | 'stay:hold' | 'stay:confirm' | 'stay:decline' | 'stay:turn-down' | 'stay:cancel' | 'stay:travel' | 'stay:arrive' | 'stay:depart' | 'stay:cut-short' | 'stay:no-show' | 'stay:review-return' | 'stay:close', act: string, summary: string, body: B) =>
  endpoint({ action, summary, method: 'POST', path: `/stays/:stayId/${act}`, params: by, body, reply: stayView });

export const stays = {
  show: endpoint({ action: 'stay:read', summary: 'One stay, as a coordinator sees it', method: 'GET', path: '/stays/:stayId', params: by, reply: stayView }),
  history: endpoint({ action: 'stay:read', summary: 'What happened to a stay', method: 'GET', path: '/stays/:stayId/history', params: by, reply: z.strictObject({ items: z.array(historyLine) }) }),
  draft: endpoint({ action: 'stay:draft', summary: 'Draft a stay, private to coordinators', method: 'POST', path: '/stays', body: newStay, reply: stayView }),
  discard: endpoint({ action: 'stay:draft', summary: 'Throw a draft away', method: 'DELETE', path: '/stays/:stayId', params: by, query: z.strictObject({ version: z.coerce.number().int().positive() }), reply: done }),
  proposeNew: endpoint({ action: 'stay:propose', summary: 'Propose a defender to a city and hold the place', method: 'POST', path: '/proposals', body: newProposal, reply: stayView }),
  propose: change('stay:propose', 'proposal', 'Propose a drafted stay and hold the place', proposedDraft),
  move: change('stay:move', 'move', 'Move a draft or a proposal', movedStay),
  extendHold: change('stay:hold', 'hold', 'Hold the place longer', z.strictObject({ version, holdUntil: enteredDay })),
  acceptOtherDates: change('stay:move', 'other-dates/acceptance', 'Take the dates the city offered', z.strictObject({ version, overrules })),
  turnDown: change('stay:turn-down', 'turning-down', 'The defender says no; never a mark', z.strictObject({ version, note: note.nullable() })),
  cancel: change('stay:cancel', 'cancellation', 'Cancel before arrival', z.strictObject({ version, reason: z.enum(cancelReasons), note: note.nullable() })),
  travel: change('stay:travel', 'journey', 'The journey has begun', stale),
  noShow: change('stay:no-show', 'no-show', 'The guest did not arrive: an alarm', z.strictObject({ version, welfareCheck: readableText(10, 1000) })),
  reviewReturn: change('stay:review-return', 'return-review', 'The return was reviewed by a cleared coordinator', stale),
  cutShort: change('stay:cut-short', 'cut', 'End a stay early', z.strictObject({ version, on: enteredDay, reason: z.enum(cutShortReasons), note: note.nullable() })),
  arrive: change('stay:arrive', 'arrival', 'The guest has arrived', z.strictObject({ version, on: enteredDay })),
  depart: change('stay:depart', 'departure', 'The guest has left', z.strictObject({ version, on: enteredDay, withoutReviewBecause: note.nullable() })),
  close: change('stay:close', 'closing', 'Close the file', z.strictObject({ version, note: note.nullable() })),
} as const;
