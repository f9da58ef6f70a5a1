import { epochDayOf } from '../calendar/calendar-date.ts';
import { cityVerdicts } from './city-option.ts';
import type { Finding, MatchRule } from './finding.ts';
import type { Judged } from './judge.ts';
import { softRules } from './rule-book.ts';

const rankOf = { FITS: 0, NONE: 1, UNKNOWN: 2, WEAKER: 3, BLOCKED: 4 } as const;

/** How good a soft rule's answers are together: its worst one, 0 the best. No answer lies between a yes and a question. */
function rank(findings: readonly Finding[], rule: MatchRule): number {
  return worstOf(answersOf(findings), rule);
}

/** What the figures of all steps read, found in one look at the findings: a plan asks them of thousands of stays. */
type Answers = {
  readonly worst: Partial<Record<MatchRule, number>>;
  readonly daysLater: { readonly urgent: number; readonly all: number };
  readonly share: number;
};

function answersOf(findings: readonly Finding[]): Answers {
  const worst: Partial<Record<MatchRule, number>> = {};
  let urgent: number | null = null;
  let all: number | null = null;
  let share: number | null = null;
  for (const { rule, verdict, fact } of findings) {
    worst[rule] = Math.max(worst[rule] ?? -1, rankOf[verdict]);
    if (fact.code === 'ARRIVES_AFTER_READY') {
      all ??= fact.params.days;
      if (fact.params.urgent) urgent ??= fact.params.days;
    } else if (fact.code === 'LOAD_FAIR' || fact.code === 'LOAD_HIGH')
      share ??= fact.params.usedNights / fact.params.offeredNights;
  }
  return { worst, daysLater: { urgent: urgent ?? 0, all: all ?? 0 }, share: share ?? 0 };
}

const worstOf = ({ worst }: Answers, rule: MatchRule): number => worst[rule] ?? rankOf.NONE;

/** One step of the agreed order: which rules it asks, and how good a placement is by them. Lower is better. */
type Step = {
  readonly rules: readonly MatchRule[];
  readonly figure: (answers: Answers, judged: Judged) => number;
};

const byRank = (...rules: readonly MatchRule[]): Step => ({
  rules,
  figure: (answers) => rules.reduce((most, rule) => Math.max(most, worstOf(answers, rule)), 0),
});

const steps: readonly Step[] = [
  { rules: ['URGENCY'], figure: ({ daysLater }) => daysLater.urgent },
  byRank('LANGUAGE'),
  byRank('WISHES'),
  byRank('CARE_NEARBY', 'PRACTICAL_NEEDS'),
  byRank('EXPERTISE'),
  byRank('CITY_LOAD', 'AGREEMENT'),
  { rules: ['FAIRNESS'], figure: ({ share }) => share },
  byRank('PUBLICITY'),
  byRank('PASSPORT'),
  { rules: ['URGENCY'], figure: ({ daysLater }) => daysLater.all },
  { rules: ['URGENCY'], figure: (_, { placement }) => epochDayOf(placement.span.from) },
];

const stepOfFairness = steps.findIndex(({ rules }) => rules.includes('FAIRNESS'));

/** The soft rules in the order in which they decide. */
export const rulesInAgreedOrder: readonly MatchRule[] = [
  ...new Set(steps.flatMap(({ rules }) => rules).filter((rule) => softRules.has(rule))),
];

/**
 * A placement's answers to the soft rules, in the order that was agreed: each figure decides only when all before it
 * are equal. Lower is better. No weights, no sum: nobody is a percentage.
 *
 * Source  the agreed order: urgency, language, wishes, expertise and care, load of the city, fairness, publicity.
 */
export function softKey(judged: Judged): readonly number[] {
  const answers = answersOf(judged.findings);
  return steps.map(({ figure }) => figure(answers, judged));
}

/** A judged placement with its key, so that sorting many computes each key once. */
export type Ranked = Judged & { readonly key: readonly number[] };

/** All of it that decides an order. */
export type Standing = Pick<Ranked, 'verdict' | 'blocked' | 'key'>;

/** A judged placement, ready to be put in order. */
export function rankedOf(judged: Judged): Ranked {
  return { ...judged, key: softKey(judged) };
}

/** Is the first better, the same, or worse by everything that is agreed to be more important than fairness between cities? */
export function inOrderAboveFairness(a: Standing, b: Standing): number {
  return inOrderOf(a, b, stepOfFairness);
}

/** Is the first better, the same, or worse than the second? Verdict first, then the fewest broken rules, then the soft rules. */
export function inAgreedOrder(a: Standing, b: Standing): number {
  return inOrderOf(a, b, steps.length);
}

function inOrderOf(a: Standing, b: Standing, stepsAsked: number): number {
  const byVerdict =
    cityVerdicts.indexOf(a.verdict) - cityVerdicts.indexOf(b.verdict) || a.blocked - b.blocked;
  if (byVerdict !== 0) return byVerdict;
  for (let at = 0; at < stepsAsked; at += 1) {
    const difference = (a.key[at] ?? 0) - (b.key[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The rule that put one placement before another; `null` when nothing did. A question that keeps the second one open, or
 * a rule that it breaks, decides before any soft rule.
 */
export function decidingRule(before: Ranked, after: Ranked): MatchRule | null {
  if (inAgreedOrder(before, after) >= 0) return null;
  const verdict = after.verdict === 'UNKNOWN' ? 'UNKNOWN' : 'BLOCKED';
  const hard = after.findings.find(
    (finding) => finding.verdict === verdict && !softRules.has(finding.rule),
  );
  if (hard !== undefined && (before.verdict !== after.verdict || before.blocked < after.blocked))
    return hard.rule;
  const at = before.key.findIndex((figure, index) => figure !== after.key[index]);
  const rules = steps[at]?.rules ?? [];
  const worst = [...rules].sort((a, b) => rank(after.findings, b) - rank(after.findings, a));
  return worst[0] ?? null;
}
