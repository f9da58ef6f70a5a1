import type { Fact } from '@shelter-city/domain/matching/finding';
import { matchRules, verdicts } from '@shelter-city/domain/matching/finding';
import { overruleReasons } from '@shelter-city/domain/matching/overrule-reasons';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, cityName, name } from './fields.ts';

/** As in a match; of some rules a decision keeps only the code. */
const fact = z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()).optional() }) as z.ZodType as z.ZodType<
  Fact | { readonly code: Fact['code'] }, Fact | { readonly code: Fact['code'] }
>;
const rule = z.enum(matchRules);

export const keptFinding = z.strictObject({ rule, verdict: z.enum(verdicts), fact }).meta({ id: 'KeptFinding' });
export type KeptFindingView = z.output<typeof keptFinding>;

export const stayGround = z.strictObject({
  /** What the proposal was decided on; null for a draft, and for a stay from before anything was kept. */
  kept: z.strictObject({
    rulesVersion: z.int(), on: calendarDate, findings: z.array(keptFinding),
    /** Which rules the placement went against: soft ones by which it was weaker, and hard ones that were overruled. */
    weaker: z.array(rule),
    /** The rule by which another city came first; null when none did. */
    passedOver: rule.nullable(),
    /** That city; null when none did, and for a stay from before it was kept. */
    firstCity: cityName.nullable(),
    reason: z.enum(overruleReasons).nullable(),
  }).nullable(),
  /** The same placement judged again; null once the stay has begun or is over. */
  now: z.strictObject({
    rulesVersion: z.int(), asOf: calendarDate,
    /** Null when the place takes no guest at all any more. */
    changes: z.array(z.strictObject({ rule, before: keptFinding.nullable(), now: keptFinding.nullable() })).nullable(),
  }).nullable(),
}).meta({ id: 'StayGround' });
export type StayGround = z.output<typeof stayGround>;

export const stayGrounds = {
  show: endpoint({
    action: 'stay:read', summary: 'What a proposal was decided on, and what changed since', method: 'GET', path: '/stays/:stayId/ground',
    params: z.strictObject({ stayId: name }), reply: stayGround,
  }),
} as const;
