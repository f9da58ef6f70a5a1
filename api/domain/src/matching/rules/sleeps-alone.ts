import { nothing, type Suiting } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import { needMet } from './need-met.ts';

/**
 * Someone who can't share sleeps alone.
 *
 * Units   a need, met or not.
 * Errors  unknown when the place has not said.
 * Source  "alone", among the hard rules.
 */
export function sleepsAlone({
  input,
  place,
}: Pick<Suiting, 'input' | 'place'>): readonly Finding[] {
  return input.defender.accessNeeds.includes('SLEEPS_ALONE')
    ? [needMet('SLEEPS_ALONE', 'SLEEPS_ALONE', place.alone, place, 'BLOCKED')]
    : nothing;
}
