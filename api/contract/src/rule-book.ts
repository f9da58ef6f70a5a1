import { matchRules } from '@shelter-city/domain/matching/finding';
import { neverUsed, ruleKinds } from '@shelter-city/domain/matching/rule-book';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate } from './fields.ts';
import { count } from './reports.ts';

export const ruleBookView = z.strictObject({
  rulesVersion: z.int(),
  /** Hard rules first, each kind in its order. */
  rules: z.array(z.strictObject({ rule: z.enum(matchRules), kind: z.enum(ruleKinds), rank: z.int(), safety: z.boolean(), overrulable: z.boolean() })),
  neverUsed: z.array(z.enum(neverUsed)),
  /** How often proposals went against a rule. Whole months only: a count that rises by one would tell of one proposal. */
  overrules: z.strictObject({
    before: calendarDate, smallestShown: z.int(),
    /** Proposals of which it is kept what they were decided on. */
    decisions: count,
    rules: z.array(z.strictObject({ rule: z.enum(matchRules), weaker: count, passedOver: count })),
  }),
}).meta({ id: 'RuleBook' });
export type RuleBookView = z.output<typeof ruleBookView>;

export const ruleBook = {
  show: endpoint({ action: 'rules:read', summary: 'Which rules decide where somebody fits, and how often they are overruled', method: 'GET', path: '/rules', reply: ruleBookView }),
} as const;
