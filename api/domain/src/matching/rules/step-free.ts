import { nothing, type Suiting } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import { needMet } from './need-met.ts';

/** Someone who needs a step-free place gets one. */
export function stepFree({ input, place }: Pick<Suiting, 'input' | 'place'>): readonly Finding[] {
  return input.defender.accessNeeds.includes('STEP_FREE')
    ? [needMet('STEP_FREE', 'STEP_FREE', place.stepFree, place, 'BLOCKED')]
    : nothing;
}
