import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { StayChange } from '@shelter-city/contract/stays';

/** What a coordinator's button says for each change; a city's own answers are on the city's pages. */
export const actWords: Record<Exclude<StayChange, 'confirm' | 'decline' | 'offerOtherDates'>, MessageDescriptor> = {
  propose: msg`Propose…`,
  move: msg`Move…`,
  extendHold: msg`Hold longer…`,
  discard: msg`Throw the draft away`,
  acceptOtherDates: msg`Take the city’s dates`,
  turnDown: msg`Defender says no…`,
  cancel: msg`Cancel the stay…`,
  travel: msg`The journey has begun`,
  arrive: msg`Arrived…`,
  noShow: msg`Did not arrive…`,
  reviewReturn: msg`Return reviewed`,
  depart: msg`Departed…`,
  cutShort: msg`Cut short…`,
  close: msg`Close the file…`,
};

export type CoordinatorAct = keyof typeof actWords;
export const isCoordinatorAct = (change: StayChange): change is CoordinatorAct => change in actWords;
