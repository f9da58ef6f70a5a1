import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PlanComparison } from '@shelter-city/contract/plans';
import type { Shape, Tone } from '../design/badge.tsx';

/** One person in one of several drafts. */
export type ComparedSeat = PlanComparison['rows'][number]['seats'][number];

/** What is other than in the first draft. */
export const changeWords: Record<ComparedSeat['change'], MessageDescriptor> = {
  SAME: msg`The same`,
  OTHER_DAYS: msg`Other days`,
  OTHER_PLACE: msg`Another place`,
  OTHER_CITY: msg`Another city`,
  PLACED: msg`Placed only here`,
  LEFT_OUT: msg`Left out here`,
  NOT_IN_ONE: msg`Not in the first draft`,
  NOT_IN_OTHER: msg`Not in this draft`,
};

/** How somebody fares beside the first draft. */
export const effectWords: Record<ComparedSeat['effect'], MessageDescriptor> = {
  SAME: msg`The same`,
  BETTER: msg`Better off`,
  WORSE: msg`Worse off`,
  EVEN: msg`As good`,
};
export const effectMarks: Record<ComparedSeat['effect'], { readonly shape: Shape; readonly tone: Tone }> = {
  SAME: { shape: 'equal', tone: 'neutral' },
  BETTER: { shape: 'up', tone: 'ok' },
  WORSE: { shape: 'down', tone: 'bad' },
  EVEN: { shape: 'equal', tone: 'neutral' },
};
