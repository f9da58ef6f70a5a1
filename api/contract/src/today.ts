import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, cityName, codeName, flag, id, name, span } from './fields.ts';

/** Why a line stands in the queue. Words are the web's. */
export const queueKinds = [
  'NO_SHOW_ALARM', 'RISK_RULE_BROKEN', 'CITY_CONFIRMED', 'CITY_DECLINED', 'CITY_OFFERS_OTHER_DATES', 'HOLD_LAPSES_SOON', 'HOLD_LAPSED', 'NO_ANSWER',
  'SELECTED_WITHOUT_PROPOSAL', 'ARRIVAL_OVERDUE', 'ARRIVES_SOON', 'DEPARTURE_OVERDUE', 'RETURN_NOT_REVIEWED',
  'CAPACITY_UNCONFIRMED', 'RISK_NOTE_REVIEW_DUE', 'GLASS_BROKEN', 'LEAD_TAKEN', 'NOTE_ASKED',
] as const;
export type QueueKind = (typeof queueKinds)[number];

export const queueItem = z
  .strictObject({
    /** Stable while the cause lasts. */
    key: z.string(),
    kind: z.enum(queueKinds),
    urgent: z.boolean(),
    /** Since when it waits. */
    since: calendarDate,
    /** By when something must happen, if there is such a day. */
    due: calendarDate.nullable(),
    defender: codeName.nullable(),
    city: cityName.nullable(),
    stay: z.strictObject({ id, span, placeLabel: z.string(), version: z.int() }).nullable(),
    /** How many things the line stands for (unconfirmed periods of a city). */
    count: z.int(),
    /** A reason code the city gave. */
    reasonCode: z.string().nullable(),
  })
  .meta({ id: 'QueueItem' });
export type QueueItem = z.output<typeof queueItem>;

export const queueView = z.strictObject({ asOf: calendarDate, items: z.array(queueItem), more: z.boolean() }).meta({ id: 'Queue' });
export type QueueView = z.output<typeof queueView>;

export const today = {
  show: endpoint({
    action: 'today:read', summary: 'The queue of what needs a person', method: 'GET', path: '/today',
    query: z.strictObject({ mine: flag.optional(), city: name.optional() }), reply: queueView,
  }),
} as const;
