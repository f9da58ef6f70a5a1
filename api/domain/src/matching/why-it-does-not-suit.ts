import type { Suiting } from './candidate.ts';
import type { Finding } from './finding.ts';
import { household } from './rules/household.ts';
import { interpreterLoad } from './rules/interpreter-load.ts';
import { keptForATrack } from './rules/kept-for-a-track.ts';
import { screening } from './rules/screening.ts';
import { sleepsAlone } from './rules/sleeps-alone.ts';
import { stepFree } from './rules/step-free.ts';
import { visaLeadTime } from './rules/visa-lead-time.ts';
import { womenOnly } from './rules/women-only.ts';

/** The facts of {@link whyItDoesNotSuit}. */
export type SuitingFacts = Omit<Suiting, 'prepared'>;

/** Hard rules that matching has and a proposal must keep as well, in the order in which a page shows them. */
const rules: readonly ((facts: Suiting) => readonly Finding[])[] = [
  visaLeadTime,
  stepFree,
  womenOnly,
  sleepsAlone,
  household,
  keptForATrack,
  screening,
  interpreterLoad,
];

/**
 * Which hard rules of matching a person would break in a place on some nights; none when it suits. What matching would
 * leave open, because nobody recorded it, refuses nothing. Free nights, visa days and risk have rules of their own.
 */
export function whyItDoesNotSuit(facts: SuitingFacts): readonly Finding[] {
  const all = { ...facts, prepared: { place: facts.place } };
  return rules.flatMap((rule) => rule(all)).filter(({ verdict }) => verdict === 'BLOCKED');
}
