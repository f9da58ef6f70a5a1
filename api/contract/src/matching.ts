import type { Fact } from '@shelter-city/domain/matching/finding';
import { factSources, matchRules, verdicts } from '@shelter-city/domain/matching/finding';
import { cityVerdicts } from '@shelter-city/domain/matching/city-option';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, cityName, codeName, enteredDay, name, placeName, span } from './fields.ts';

/** The fact behind a verdict, in codes and numbers. The check is loose on params, which the domain's type says exactly. */
const fact = z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()).optional() }) as z.ZodType as z.ZodType<Fact, Fact>;
const ask = z.strictObject({ whom: z.enum(['CITY', 'DEFENDER', 'COORDINATOR']) });

export const findingView = z.strictObject({
  rule: z.enum(matchRules), verdict: z.enum(verdicts), fact, source: z.enum(factSources), asOf: calendarDate.nullable(), ask: ask.optional(),
}).meta({ id: 'Finding' });
export type FindingView = z.output<typeof findingView>;

const placement = z.strictObject({ place: placeName, span });
/** What would have to change. `rule` is the one that a change lifts by itself; null where the city fits then. */
export const neededChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('OTHER_ARRIVAL'), placement, daysMoved: z.int(), rule: z.enum(matchRules).nullable() }),
  z.strictObject({ change: z.literal('SHORTER_LENGTH'), placement, nights: z.int(), rule: z.enum(matchRules).nullable() }),
  z.strictObject({ change: z.literal('OTHER_PLACE'), place: placeName, rule: z.enum(matchRules) }),
  z.strictObject({ change: z.literal('LONGER_PASSPORT'), validUntil: calendarDate }),
  z.strictObject({ change: z.literal('CONFIRM_CAPACITY'), placement }),
  z.strictObject({ change: z.literal('NEXT_FREE_DATE'), place: placeName, freeFrom: calendarDate }),
  z.strictObject({ change: z.literal('ANSWER'), rule: z.enum(matchRules), code: z.string(), ask }),
]).meta({ id: 'NeededChange' });

export const matchOption = z.strictObject({
  city: cityName, verdict: z.enum(cityVerdicts), best: placement.nullable(), counts: z.record(z.enum(verdicts), z.int()),
  findings: z.array(findingView), ifWeWait: z.array(placement), whatWouldHaveToChange: z.array(neededChange),
}).meta({ id: 'MatchOption' });
export type MatchOption = z.output<typeof matchOption>;

export const matchView = z.strictObject({
  defender: codeName, asOf: calendarDate, rulesVersion: z.int(),
  window: z.strictObject({ earliest: calendarDate, latest: calendarDate }), lengthNights: z.int(),
  /** Every known Schengen presence and stay, for the strip: entry and exit day both count. */
  visa: z.strictObject({
    needed: z.boolean(), asOf: calendarDate, daysUsed: z.int(), daysLeft: z.int(),
    presences: z.array(z.strictObject({ enteredOn: calendarDate, leftOn: calendarDate, source: z.string() })),
  }),
  passportValidUntil: calendarDate.nullable(),
  /** How many risk rules bear on this person that the reader may not read. */
  hiddenRules: z.int(),
  options: z.array(matchOption),
}).meta({ id: 'Match' });
export type MatchView = z.output<typeof matchView>;

export const matching = {
  show: endpoint({
    action: 'match:read', summary: 'Which city fits a defender, and why', method: 'GET', path: '/defenders/:code/match',
    params: z.strictObject({ code: name }),
    query: z.strictObject({ earliest: enteredDay.optional(), latest: enteredDay.optional(), nights: z.coerce.number().int().min(1).max(180).optional() }),
    reply: matchView,
  }),
} as const;
