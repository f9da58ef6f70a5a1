import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ErasureBasis } from '@shelter-city/contract/erasure';

/** Why somebody is erased, in words. */
export const basisWords: Readonly<Record<ErasureBasis, MessageDescriptor>> = {
  ON_REQUEST: msg`Asked for`,
  STAY_FILE: msg`The period of a stay’s file is over`,
  NOT_SELECTED: msg`Not selected, and the period is over`,
  WITHDRAWN: msg`Withdrawn, and the period is over`,
};
