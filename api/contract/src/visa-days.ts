import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, enteredDay, name, span } from './fields.ts';
import { visaKinds } from './vocabulary.ts';

export const visaDaysView = z.strictObject({
  asOf: calendarDate,
  /** The days of which the 90 are counted: of the planned stay, or the next 180. Both ends included. */
  from: calendarDate, until: calendarDate,
  /** For each of them, the days used in the 180 that end on it. */
  used: z.array(z.int()),
  /** Of the planned stay, by what right each of its days is spent, in order: under a visa that is held, or one to be asked for. */
  rights: z.array(z.strictObject({ firstDay: calendarDate, lastDay: calendarDate, basis: z.enum(visaKinds), isHeld: z.boolean() })),
  isOver: z.boolean(), firstDayOver: calendarDate.nullable(),
  /** The last day on which someone who arrives as planned can safely leave. */
  latestDeparture: calendarDate.nullable(),
  planned: span.nullable(),
  /** Every known presence, our stays among them; both days count. */
  presences: z.array(z.strictObject({ enteredOn: calendarDate, leftOn: calendarDate, source: z.string(), basis: z.enum(visaKinds), isStay: z.boolean() })),
}).meta({ id: 'VisaDays' });
export type VisaDaysView = z.output<typeof visaDaysView>;

export const visaDays = {
  show: endpoint({
    action: 'match:read', summary: 'Visa days over a planned stay, or over the next 180 days', method: 'GET', path: '/defenders/:code/visa-days',
    params: z.strictObject({ code: name }),
    query: z.strictObject({ from: enteredDay.optional(), until: enteredDay.optional(), exceptStay: name.optional() })
      .refine(({ from, until }) => (from === undefined) === (until === undefined) && (from === undefined || until === undefined || from < until), { path: ['until'], params: { code: 'ends-after-it-begins' } }),
    reply: visaDaysView,
  }),
} as const;
