import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { StayGround } from '@shelter-city/contract/stay-ground';

type Reason = NonNullable<NonNullable<StayGround['kept']>['reason']>;

/** Why somebody proposes otherwise than the rules advise, in the order to offer it. */
export const overruleReasonWords: Record<Reason, MessageDescriptor> = {
  PERSON_WISHES: msg`The person wishes it`,
  CITY_ASKED: msg`The city asked for it`,
  BETTER_DAYS: msg`The days suit better`,
  KEEPS_A_PLACE_FREE: msg`It keeps another place free`,
  KNOWN_BUT_NOT_RECORDED: msg`Something that isn’t recorded`,
  OTHER: msg`Another reason`,
};
