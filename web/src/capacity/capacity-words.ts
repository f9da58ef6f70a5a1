import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { BlockReason, CapacityStatus, PlaceKind } from '@shelter-city/contract/vocabulary';
import type { Shape, Tone } from '../design/badge.tsx';

/** The word of each state of a capacity period. */
export const capacityStatusWords: Record<CapacityStatus, MessageDescriptor> = {
  REQUESTED: msg`Requested`,
  OFFERED: msg`Offered, not confirmed`,
  CONFIRMED: msg({ message: 'Confirmed', context: 'capacity' }),
  WITHDRAWN: msg({ message: 'Withdrawn', context: 'capacity' }),
};

export const capacityStatusMarks: Record<CapacityStatus, { readonly shape: Shape; readonly tone: Tone }> = {
  REQUESTED: { shape: 'question', tone: 'warn' },
  OFFERED: { shape: 'dashed-ring', tone: 'warn' },
  CONFIRMED: { shape: 'check', tone: 'ok' },
  WITHDRAWN: { shape: 'cross', tone: 'neutral' },
};

export const blockReasonWords: Record<BlockReason, MessageDescriptor> = {
  REPAIR: msg`Repair`,
  STAFF_LEAVE: msg`Staff leave`,
  EXAM_WEEKS: msg`Exam weeks`,
  CITY_EVENT: msg`Event in the city`,
  SAFETY: msg`Safety`,
  OTHER: msg`Another reason`,
};

export const placeKindWords: Record<PlaceKind, MessageDescriptor> = {
  STUDIO: msg`Studio`,
  STUDENT_FLAT: msg`Student flat`,
  HOST_FAMILY: msg`Host family`,
  HOTEL_BRIDGE: msg`Hotel, as a bridge`,
  APARTMENT: msg`Apartment`,
};
