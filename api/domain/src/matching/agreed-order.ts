import { epochDayOf } from '../calendar/calendar-date.ts';
import { cityVerdicts } from './city-option.ts';
import type { Finding, MatchRule } from './finding.ts';
import type { Judged } from './judge.ts';

const rankOf = { FITS: 0, NONE: 1, UNKNOWN: 2, WEAKER: 3, BLOCKED: 4 } as const;

/** How good a soft rule's answers are together: its worst one, 0 the best. No answer lies between a yes and a question. */
function rank(findings: readonly Finding[], rule: MatchRule): number {
  let worst = -1;
  for (const finding of findings) {
    if (finding.rule === rule) worst = Math.max(worst, rankOf[finding.verdict]);
  }
  return worst === -1 ? rankOf.NONE : worst;
}

function daysLater(findings: readonly Finding[], urgentOnly: boolean): number {
  for (const { fact } of findings) {
    if (fact.code === 'ARRIVES_AFTER_READY' && (fact.params.urgent || !urgentOnly))
      return fact.params.days;
  }
  return 0;
}

function shareOf(findings: readonly Finding[]): number {
  for (const { fact } of findings) {
    if (fact.code === 'LOAD_FAIR' || fact.code === 'LOAD_HIGH')
      return fact.params.usedNights / fact.params.offeredNights;
  }
  return 0;
}

/**
 * A placement's answers to the soft rules, in the order that was agreed: each figure decides only when all before it
 * are equal. Lower is better. No weights, no sum: nobody is a percentage.
 *
 * Source  the agreed order: urgency, language, wishes, expertise and care, load of the city, fairness, publicity.
 */
export function softKey({ findings, placement }: Judged): readonly number[] {
  return [
    daysLater(findings, true),
    rank(findings, 'LANGUAGE'),
    rank(findings, 'WISHES'),
    Math.max(rank(findings, 'CARE_NEARBY'), rank(findings, 'PRACTICAL_NEEDS')),
    rank(findings, 'EXPERTISE'),
    Math.max(rank(findings, 'CITY_LOAD'), rank(findings, 'AGREEMENT')),
    shareOf(findings),
    rank(findings, 'PUBLICITY'),
    rank(findings, 'PASSPORT'),
    daysLater(findings, false),
    epochDayOf(placement.span.from),
  ];
}

/** A judged placement with its key, so that sorting many computes each key once. */
export type Ranked = Judged & { readonly key: readonly number[] };

/** A judged placement, ready to be put in order. */
export function rankedOf(judged: Judged): Ranked {
  return { ...judged, key: softKey(judged) };
}

/** Is the first better, the same, or worse than the second? Verdict first, then the fewest broken rules, then the soft rules. */
export function inAgreedOrder(a: Ranked, b: Ranked): number {
  const byVerdict =
    cityVerdicts.indexOf(a.verdict) - cityVerdicts.indexOf(b.verdict) || a.blocked - b.blocked;
  if (byVerdict !== 0) return byVerdict;
  for (const [at, figure] of a.key.entries()) {
    const difference = figure - (b.key[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
