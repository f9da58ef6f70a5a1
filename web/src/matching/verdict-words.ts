import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { FindingView, MatchOption } from '@shelter-city/contract/matching';
import type { Shape, Tone } from '../design/badge.tsx';

type Look = { readonly shape: Shape; readonly tone: Tone };

/** The word of a city as a whole. */
export const cityVerdictWords: Record<MatchOption['verdict'], MessageDescriptor> = {
  FITS: msg`Fits`,
  UNKNOWN: msg`Something unknown`,
  FULL: msg`Full`,
  BLOCKED: msg`Blocked`,
};
export const cityVerdictMarks: Record<MatchOption['verdict'], Look> = {
  FITS: { shape: 'check', tone: 'ok' },
  UNKNOWN: { shape: 'question', tone: 'warn' },
  FULL: { shape: 'minus', tone: 'neutral' },
  BLOCKED: { shape: 'cross', tone: 'bad' },
};

/** The word of one finding. */
export const verdictWords: Record<FindingView['verdict'], MessageDescriptor> = {
  FITS: msg`Fits`,
  WEAKER: msg`Weaker`,
  UNKNOWN: msg`Unknown`,
  BLOCKED: msg`Blocked`,
};
export const verdictMarks: Record<FindingView['verdict'], Look> = {
  FITS: { shape: 'check', tone: 'ok' },
  WEAKER: { shape: 'minus', tone: 'warn' },
  UNKNOWN: { shape: 'question', tone: 'warn' },
  BLOCKED: { shape: 'cross', tone: 'bad' },
};

/** Where a fact comes from. */
export const sourceWords: Record<FindingView['source'], MessageDescriptor> = {
  CAPACITY: msg`the city’s capacity`,
  STAYS: msg`the stays`,
  DEFENDER_PROFILE: msg`the person’s profile`,
  CITY_PROFILE: msg`the city’s profile`,
  PLACE_PROFILE: msg`the place’s profile`,
  RISK_NOTE: msg`a risk note`,
  PROGRAMME_RULE: msg`a rule of the programme`,
};

/** Whom to ask when a fact is missing. */
export const askWords: Record<NonNullable<FindingView['ask']>['whom'], MessageDescriptor> = {
  CITY: msg`Ask the city`,
  DEFENDER: msg`Ask the person`,
  COORDINATOR: msg`Find out yourself`,
};
