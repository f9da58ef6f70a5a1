import type { CalendarDate } from '../calendar/calendar-date.ts';
import { decidingRule, inAgreedOrder, rankedOf } from './agreed-order.ts';
import { bestInPlace } from './best-placement.ts';
import { rulesVersion, type Placement } from './city-option.ts';
import { matchRules, type Fact, type FactCode, type Finding, type MatchRule } from './finding.ts';
import { judgeOf } from './judge.ts';
import { judgePlacement } from './match-defender.ts';
import type { MatchInput } from './match-input.ts';
import { overrulableRules } from './rule-book.ts';

/** A finding as a decision keeps it; of some rules only the code of the fact. */
export type KeptFinding = Pick<Finding, 'rule' | 'verdict'> & {
  readonly fact: Fact | { readonly code: FactCode };
};

/** Rules of which a decision keeps the answer and not the figures: what a passport says goes soon, themes tell who it is. */
const keptWithoutFigures: ReadonlySet<MatchRule> = new Set(['PASSPORT', 'EXPERTISE']);

/** What a decision about a placement was made on: the rules, their version and what they said on that day. */
export type DecisionGround = {
  readonly rulesVersion: number;
  readonly on: CalendarDate;
  readonly findings: readonly KeptFinding[];
};

/** What was known against a decision. Of the hard rules only those are among it that are the person's own word: the others refuse. */
export type Overruled = {
  /** Rules that the chosen placement goes against: soft ones by which it is weaker, and hard ones that were overruled. */
  readonly weaker: readonly MatchRule[];
  /** The rule by which another city comes before the chosen one; `null` when none does. */
  readonly passedOver: MatchRule | null;
  /** That other city. */
  readonly firstCityId: string | null;
};

/** One finding that is no longer what it was; `null` where a rule had, or has, nothing to say. */
export type GroundChange = {
  readonly rule: MatchRule;
  readonly before: KeptFinding | null;
  readonly now: KeptFinding | null;
};

/** Facts whose figures move with every other guest: only another answer is a change, another figure isn't. */
const runningFigures: ReadonlySet<FactCode> = new Set([
  'PLACE_FREE',
  'CAPACITY_UNCONFIRMED',
  'GUESTS_A_YEAR_OK',
  'GUESTS_A_YEAR_REACHED',
  'LOAD_FAIR',
  'LOAD_HIGH',
]);

/**
 * What the rules say of one placement, to be kept with the decision. `null` when the input has no such city or place.
 */
export function groundOf(
  input: MatchInput,
  cityId: string,
  placement: Placement,
): DecisionGround | null {
  const judged = judgePlacement(input, cityId, placement);
  if (judged === null) return null;
  return {
    rulesVersion,
    on: input.today,
    findings: judged.findings.map(({ rule, verdict, fact }) => ({
      rule,
      verdict,
      fact: keptWithoutFigures.has(rule) ? { code: fact.code } : fact,
    })),
  };
}

/** The rules, in their order, that a ground calls weaker, and those that it breaks and that may be overruled. */
export function weakerRules({ findings }: DecisionGround): MatchRule[] {
  return matchRules.filter((rule) =>
    findings.some(
      (finding) =>
        finding.rule === rule &&
        (finding.verdict === 'WEAKER' ||
          (finding.verdict === 'BLOCKED' && overrulableRules.has(rule))),
    ),
  );
}

/**
 * The city that comes before the one that was chosen, each with the best that it can do, and by which rule; `null` when
 * the chosen one comes first.
 */
export function passedOverBy(
  input: MatchInput,
  cityId: string,
  placement: Placement,
): { readonly cityId: string; readonly rule: MatchRule } | null {
  const judge = judgeOf(input);
  const own = judge.cities.find(({ city }) => city.cityId === cityId);
  const prepared = own?.places.find(({ place }) => place.placeId === placement.placeId);
  if (own === undefined || prepared === undefined) return null;
  const chosen = rankedOf(judge.judge(own, prepared, placement.span));
  const [first] = judge.cities
    .filter((at) => at !== own)
    .flatMap((at) =>
      at.places.map((place) => ({
        cityId: at.city.cityId,
        ranked: rankedOf(bestInPlace(judge, at, place)),
      })),
    )
    .sort((a, b) => inAgreedOrder(a.ranked, b.ranked) || (a.cityId < b.cityId ? -1 : 1));
  if (first === undefined) return null;
  const rule = decidingRule(first.ranked, chosen);
  return rule === null ? null : { cityId: first.cityId, rule };
}

/** Findings of one rule stand apart by the need they are about. */
function keyOf({ rule, fact }: KeptFinding): string {
  return 'params' in fact && 'need' in fact.params ? `${rule} ${fact.params.need}` : rule;
}

function paramsOf(fact: KeptFinding['fact']): string {
  if (runningFigures.has(fact.code) || !('params' in fact)) return '';
  // In the order of their names: what was kept comes back in another order.
  const params = Object.entries(fact.params).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(params);
}

function isSame(a: KeptFinding, b: KeptFinding): boolean {
  return (
    a.verdict === b.verdict && a.fact.code === b.fact.code && paramsOf(a.fact) === paramsOf(b.fact)
  );
}

/**
 * What changed between two judgements of one placement, in the rules' order. Figures that move with every other guest
 * (the share of nights used, the edges of the free nights) are no change as long as the answer is the same.
 *
 * Units   judge "now" with the day of the decision as today: time alone, which makes every visa late, is no new fact.
 */
export function whatChangedSince(then: DecisionGround, now: DecisionGround): GroundChange[] {
  const before = new Map(then.findings.map((finding) => [keyOf(finding), finding]));
  const after = new Map(now.findings.map((finding) => [keyOf(finding), finding]));
  const changes: GroundChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(key) ?? null;
    const is = after.get(key) ?? null;
    const rule = is?.rule ?? was?.rule;
    if (rule === undefined || (was !== null && is !== null && isSame(was, is))) continue;
    changes.push({ rule, before: was, now: is });
  }
  return changes.sort((a, b) => matchRules.indexOf(a.rule) - matchRules.indexOf(b.rule));
}
