import type { Finding, MatchRule } from '../matching/finding.ts';

/** What a seat was decided on, as it is kept: of each rule its answer, none of what a risk note says. */
export type DecidedFacts = Readonly<Partial<Record<MatchRule, string>>>;

/** Their answers depend on who reads; each reader is told anew. */
const neverKept: ReadonlySet<MatchRule> = new Set(['HIDDEN_RULE', 'RISK_CITY', 'RISK_NEARBY', 'URGENCY']);

/** The answers to keep of some findings. */
export function decidedFacts(findings: readonly Finding[]): DecidedFacts {
  const answers = new Map<MatchRule, string[]>();
  for (const { rule, verdict, fact } of findings)
    if (!neverKept.has(rule)) answers.set(rule, [...(answers.get(rule) ?? []), `${verdict} ${fact.code}`]);
  return Object.fromEntries([...answers].map(([rule, said]) => [rule, said.sort().join(', ')]));
}

/** The rules that answer otherwise now than when a seat was decided on. */
export function changedSince(before: DecidedFacts, now: readonly Finding[]): MatchRule[] {
  const after = decidedFacts(now);
  const rules = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<MatchRule>;
  return [...rules].filter((rule) => before[rule] !== after[rule]);
}
