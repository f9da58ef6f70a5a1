import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CancelReason, CutShortReason, DeclineReason, StayStatus, Track } from '@shelter-city/contract/vocabulary';
import type { Shape, Tone } from '../design/badge.tsx';

/** The word of each state. */
export const stayStatusWords: Record<StayStatus, MessageDescriptor> = {
  DRAFT: msg`Draft`,
  PROPOSED: msg`Proposed`,
  CONFIRMED: msg`Confirmed`,
  TRAVELLING: msg`Travelling`,
  IN_STAY: msg`In stay`,
  DEPARTED: msg`Departed`,
  CUT_SHORT: msg`Cut short`,
  TRANSFERRED: msg`Transferred`,
  CLOSED: msg({ message: 'Closed', context: 'stay' }),
  DECLINED: msg`Declined`,
  LAPSED: msg`Lapsed`,
  TURNED_DOWN: msg`Turned down`,
  CANCELLED: msg`Cancelled`,
  NO_SHOW: msg`No-show`,
};

/** The mark of each state: a shape of its own as well as a tone. */
export const stayStatusMarks: Record<StayStatus, { readonly shape: Shape; readonly tone: Tone }> = {
  DRAFT: { shape: 'ring', tone: 'neutral' },
  PROPOSED: { shape: 'dashed-ring', tone: 'accent' },
  CONFIRMED: { shape: 'full', tone: 'accent' },
  TRAVELLING: { shape: 'arrow', tone: 'accent' },
  IN_STAY: { shape: 'full', tone: 'ok' },
  DEPARTED: { shape: 'check', tone: 'ok' },
  CUT_SHORT: { shape: 'half', tone: 'warn' },
  TRANSFERRED: { shape: 'arrow', tone: 'neutral' },
  CLOSED: { shape: 'check', tone: 'neutral' },
  DECLINED: { shape: 'cross', tone: 'warn' },
  LAPSED: { shape: 'minus', tone: 'warn' },
  TURNED_DOWN: { shape: 'minus', tone: 'neutral' },
  CANCELLED: { shape: 'cross', tone: 'neutral' },
  NO_SHOW: { shape: 'triangle', tone: 'bad' },
};

export const declineReasonWords: Record<DeclineReason, MessageDescriptor> = {
  PLACE_NOT_AVAILABLE: msg`The place isn’t available after all`,
  DATES_DO_NOT_SUIT: msg`The dates don’t suit`,
  NEEDS_CANNOT_BE_MET: msg`We can’t meet the needs`,
  STAFF_ABSENT: msg`Nobody to accompany the guest then`,
  SAFETY_IN_THE_CITY: msg`It wouldn’t be safe here`,
  SCREENING_NOT_DONE: msg`Our screening isn’t done`,
  OTHER: msg`Another reason`,
};

export const cancelReasonWords: Record<CancelReason, MessageDescriptor> = {
  VISA_REFUSED: msg`The visa was refused`,
  VISA_NOT_IN_TIME: msg`The visa won’t come in time`,
  DEFENDER_UNSAFE_TO_TRAVEL: msg`Travelling isn’t safe`,
  PLACE_LOST: msg`The place is lost`,
  COHORT_POSTPONED: msg`The whole cohort is postponed`,
  OTHER: msg`Another reason`,
};

export const cutShortReasonWords: Record<CutShortReason, MessageDescriptor> = {
  DEFENDER_WISHED: msg`The guest wished so`,
  SAFETY: msg`Safety`,
  HEALTH: msg`Health`,
  FAMILY: msg`Family`,
  HOUSING: msg`Housing`,
  OTHER: msg`Another reason`,
};

export const trackWords: Record<Track, MessageDescriptor> = {
  JOURNALIST: msg`Journalist`,
  ARTIST: msg`Artist`,
  ACADEMIC: msg`Academic`,
  SHORT_STAY: msg`Short stay`,
};
