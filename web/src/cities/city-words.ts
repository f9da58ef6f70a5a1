import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CityLine, CityView } from '@shelter-city/contract/cities';
import type { Shape, Tone } from '../design/badge.tsx';

/** The word of each state of a host city. */
export const cityStatusWords: Record<CityLine['status'], MessageDescriptor> = {
  ACTIVE: msg`Takes part`,
  PAUSED: msg`Paused`,
  LEFT: msg`Left the programme`,
};

/** The mark of each state of a host city. */
export const cityStatusMarks: Record<CityLine['status'], { readonly shape: Shape; readonly tone: Tone }> = {
  ACTIVE: { shape: 'full', tone: 'ok' },
  PAUSED: { shape: 'minus', tone: 'warn' },
  LEFT: { shape: 'cross', tone: 'neutral' },
};

/** How openly a city likes to show its guests. */
export const publicEventWords: Record<CityView['facts']['publicEvents'], MessageDescriptor> = {
  NONE: msg`No events`,
  SMALL: msg`Small circles only`,
  OPEN: msg`Open to the public`,
};
