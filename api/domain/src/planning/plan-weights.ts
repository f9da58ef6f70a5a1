import type { RiskLevel } from '../risk/risk-words.ts';

/** Rises by one whenever the weights change, so that a kept plan can say by which it was made. */
export const weightsVersion = 2;

/**
 * What a plan adds up. Each level is more than all below it can come to, for everybody together where it says so:
 * one more person placed > the more urgent one of two placed > a place kept (for two people) > a week sooner for someone
 * urgent > the agreed order of one person's own options.
 */
export type PlanWeights = {
  readonly placed: number;
  /** For each step of urgency: HIGH is one, CRITICAL two. */
  readonly urgent: number;
  readonly kept: number;
  readonly weekSooner: number;
  /** Later than so many weeks is all the same. */
  readonly weeks: number;
  /** The best of a person's own options; the worst is 0. */
  readonly comfort: number;
};

/** How fine the preferences are told apart; the largest number stays so small that a solver adds exactly. */
const steps = [
  { comfort: 40, weeks: 13 },
  { comfort: 20, weeks: 8 },
  { comfort: 8, weeks: 4 },
  { comfort: 4, weeks: 2 },
  { comfort: 2, weeks: 1 },
] as const;
const largest = 1_000_000;

/** How urgent a level makes someone in a plan. */
export function urgencyOf(level: RiskLevel | null): 0 | 1 | 2 {
  return level === 'CRITICAL' ? 2 : level === 'HIGH' ? 1 : 0;
}

/** The weights for a cohort of so many people. Source: "a lexicographic order, kept by weights far apart". */
export function weightsFor(people: number, keeps: boolean): PlanWeights {
  const all = steps.map((step) => weightsOf(people, keeps, step));
  return all.find(({ placed }) => placed <= largest) ?? weightsOf(people, keeps, steps[4]);
}

function weightsOf(
  people: number,
  keeps: boolean,
  { comfort, weeks }: { readonly comfort: number; readonly weeks: number },
): PlanWeights {
  const weekSooner = comfort + 1;
  const wishes = comfort + weekSooner * weeks;
  const kept = keeps ? 2 * wishes + 1 : 0;
  const urgent = people * (kept + wishes) + 1;
  return { placed: people * (2 * urgent + kept + wishes) + 1, urgent, kept, weekSooner, weeks, comfort };
}
