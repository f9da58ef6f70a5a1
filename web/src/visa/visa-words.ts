import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { VisaKind } from '@shelter-city/contract/vocabulary';

/** What right days rest on, in the order to offer it. */
export const visaKindWords: Record<VisaKind, MessageDescriptor> = {
  SHORT_STAY: msg`Short stay`,
  LIMITED_TERRITORY: msg`Limited territory`,
  NATIONAL: msg`National visa or residence permit`,
};
