import { matchRules, type MatchRule } from './finding.ts';

/** Soft rules, in the agreed order: unknown or weaker, they never decide whether a city fits. Every other rule is hard. */
const softInOrder = [
  'URGENCY',
  'LANGUAGE',
  'WISHES',
  'CARE_NEARBY',
  'PRACTICAL_NEEDS',
  'EXPERTISE',
  'CITY_LOAD',
  'AGREEMENT',
  'FAIRNESS',
  'PUBLICITY',
] as const satisfies readonly MatchRule[];

/** The same, to ask whether a rule is soft. */
export const softRules: ReadonlySet<MatchRule> = new Set(softInOrder);

/** Rules of safety: nobody relaxes them, and no change of dates is offered against them. */
export const safetyRules: ReadonlySet<MatchRule> = new Set([
  'HIDDEN_RULE',
  'RISK_CITY',
  'RISK_NEARBY',
]);

/**
 * Hard rules that are the person's own word: a coordinator who asked again may propose against them, knowingly and with a
 * reason. What others depend on (places, days of visas, safety, what a place is) is never overruled.
 */
export const overrulableRules: ReadonlySet<MatchRule> = new Set(['ARRIVAL_WINDOW']);

/**
 * What is never read to say where somebody fits. A spec holds the input of matching against it: nothing in it tells
 * these, but for gender, which one rule reads.
 */
export const neverUsed = [
  'NATIONALITY',
  'GENDER_BUT_WHERE_A_PLACE_ASKS',
  'GUESSES_ABOUT_CHARACTER',
  'WHO_APPLIED_FIRST',
] as const;

/** What a rule can do: refuse, or only make weaker. */
export const ruleKinds = ['HARD', 'SOFT'] as const;

/** A rule as the page of rules shows it. `rank` counts from 1 within its kind: hard ones as shown, soft ones in the agreed order. */
export type RuleEntry = {
  readonly rule: MatchRule;
  readonly kind: (typeof ruleKinds)[number];
  readonly rank: number;
  readonly safety: boolean;
  readonly overrulable: boolean;
};

/** Every rule, the hard ones first, in their order. */
export const ruleBook: readonly RuleEntry[] = [
  ...entriesOf(
    'HARD',
    matchRules.filter((rule) => !softRules.has(rule)),
  ),
  ...entriesOf('SOFT', softInOrder),
];

function entriesOf(kind: RuleEntry['kind'], rules: readonly MatchRule[]): RuleEntry[] {
  return rules.map((rule, index) => ({
    rule,
    kind,
    rank: index + 1,
    safety: safetyRules.has(rule),
    overrulable: overrulableRules.has(rule),
  }));
}
