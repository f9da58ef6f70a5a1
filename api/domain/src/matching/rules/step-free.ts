import { nothing, type Suiting } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import { needMet } from './need-met.ts';

/**
 * Someone who needs a step-free place gets one.
 *
 * Units   a need, met or not.
 * Errors  unknown when the place has not said.
 * Source  "accessibility", among the hard rules.
 */
export function stepFree({ input, place }: Pick<Suiting, 'input' | 'place'>): readonly Finding[] {
  return input.defender.accessNeeds.includes('STEP_FREE')
    ? [needMet('STEP_FREE', 'STEP_FREE', place.stepFree, place, 'BLOCKED')]
    : nothing;
}
