import type { MessageDescriptor } from '@lingui/core';
import { msg, plural, t } from '@lingui/core/macro';
import type { PlanFailure, PlanLine, PlanStatus, PlanView } from '@shelter-city/contract/plans';
import type { Shape, Tone } from '../design/badge.tsx';

/** The word of each state of a plan. */
export const planStatusWords: Record<PlanStatus, MessageDescriptor> = {
  NEW: msg`Not made yet`,
  RUNNING: msg`Being made`,
  DONE: msg`Made`,
  STOPPED: msg`Stopped`,
  FAILED: msg`Could not be made`,
  PUBLISHED: msg`Published`,
};
export const planStatusMarks: Record<PlanStatus, { readonly shape: Shape; readonly tone: Tone }> = {
  NEW: { shape: 'ring', tone: 'neutral' },
  RUNNING: { shape: 'half', tone: 'accent' },
  DONE: { shape: 'check', tone: 'ok' },
  STOPPED: { shape: 'minus', tone: 'warn' },
  FAILED: { shape: 'triangle', tone: 'bad' },
  PUBLISHED: { shape: 'full', tone: 'accent' },
};

const phases: Record<string, MessageDescriptor> = {
  waiting: msg`Waiting for its turn`,
  preparing: msg`Asking the rules of every place and day`,
  greedy: msg`A first plan is there`,
  prices: msg`Finding out what is scarce`,
  search: msg`Looking for a better one`,
  proof: msg`Proving that there is no better one`,
  fairness: msg`Sharing the nights fairly between the cities`,
};
/** What the making of a plan is busy with. */
export const phaseWords = (phase: string): MessageDescriptor => phases[phase] ?? msg`Being made`;

/** Why a plan could not be made, and what to do. */
export const failureWords: Record<PlanFailure, MessageDescriptor> = {
  MEMORY: msg`This plan needs more memory than the server gives it. What it had before is kept. Allow fewer days of arrival, or begin a plan for fewer people.`,
  TIME: msg`No plan was found in the time that one may take. What it had before is kept. Allow fewer days of arrival, or begin a plan for fewer people.`,
  OTHER: msg`This plan could not be made. What it had before is kept; try again.`,
};

/** How good a plan is, as far as that was proven: in words, never as a share. */
export function proofWords(proof: NonNullable<PlanLine['proof']>): string {
  if (proof.isBest) return t`No better plan exists.`;
  if (proof.morePeopleAtMost === 0) return t`Nobody more can be placed; days and preferences could be better.`;
  return plural(proof.morePeopleAtMost, { one: 'At most # person better: more may be possible.', other: 'At most # people better: more may be possible.' });
}

/** Why somebody has no place. */
export const leftOutWords: Record<NonNullable<PlanView['cohort'][number]['leftOutBecause']>, MessageDescriptor> = {
  NOTHING_FITS: msg`No stay keeps every rule`,
  OTHERS_NEED_IT: msg`Others need the places that would fit`,
};

type FairSide = PlanView['load'][number]['side'];
/** Whether a city is asked for its fair part. */
export const fairSideWords: Record<FairSide, MessageDescriptor> = {
  WITHIN: msg`Its fair part`,
  BELOW: msg`Less than its fair part`,
  ABOVE: msg`More than its fair part`,
  NOTHING_OFFERED: msg`Nothing open then`,
};
export const fairSideMarks: Record<FairSide, { readonly shape: Shape; readonly tone: Tone }> = {
  WITHIN: { shape: 'equal', tone: 'ok' },
  BELOW: { shape: 'down', tone: 'warn' },
  ABOVE: { shape: 'up', tone: 'warn' },
  NOTHING_OFFERED: { shape: 'minus', tone: 'neutral' },
};
