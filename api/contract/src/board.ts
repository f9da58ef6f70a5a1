import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, cityName, codeName, enteredDay, id, name } from './fields.ts';
import { blockReasons, capacityStatuses, stayStatuses, tracks } from './vocabulary.ts';

/** A window of the board, flat: the page joins rows by id. Days are half-open. */
export const boardView = z.strictObject({
  asOf: calendarDate, from: calendarDate, until: calendarDate,
  cities: z.array(cityName),
  places: z.array(z.strictObject({ id, cityId: id, label: z.string(), womenOnly: z.boolean(), stepFree: z.boolean().nullable(), track: z.enum(tracks).nullable() })),
  periods: z.array(z.strictObject({ placeId: id, from: calendarDate, until: calendarDate, status: z.enum(capacityStatuses) })),
  blocked: z.array(z.strictObject({ placeId: id, from: calendarDate, until: calendarDate, reason: z.enum(blockReasons) })),
  stays: z.array(z.strictObject({
    id, placeId: id, code: z.string(), codeName: z.string(), status: z.enum(stayStatuses), from: calendarDate, until: calendarDate,
    holdUntil: calendarDate.nullable(), movable: z.boolean(), version: z.int(),
  })),
  /** Nights of guests whom the reader may not see. */
  taken: z.array(z.strictObject({ placeId: id, from: calendarDate, until: calendarDate })),
  unplaced: z.array(codeName.extend({ earliestArrival: calendarDate.nullable(), latestArrival: calendarDate.nullable(), nightsWished: z.int() })),
}).meta({ id: 'Board' });
export type BoardView = z.output<typeof boardView>;

/** Where a defender could lie: per place the days on which they could arrive, and for the rest the reasons why not. */
export const placeability = z.strictObject({
  nights: z.int(),
  places: z.array(z.strictObject({
    placeId: id,
    arrivals: z.array(z.strictObject({ from: calendarDate, until: calendarDate })),
    blockedBy: z.array(z.string()),
  })),
}).meta({ id: 'Placeability' });
export type Placeability = z.output<typeof placeability>;

export const board = {
  show: endpoint({ action: 'board:read', summary: 'A window of the board', method: 'GET', path: '/board', query: z.strictObject({ from: enteredDay, until: enteredDay, city: name.optional() }), reply: boardView }),
  placeability: endpoint({ action: 'match:read', summary: 'Where and from when a defender could be placed', method: 'GET', path: '/defenders/:code/placeability', params: z.strictObject({ code: name }), query: z.strictObject({ from: enteredDay, until: enteredDay, nights: z.coerce.number().int().min(1).max(180), exceptStay: name.optional() }), reply: placeability }),
} as const;
