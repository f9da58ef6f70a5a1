import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { AgeBand, CityPart } from '@shelter-city/contract/city-home';

/** Ages as a city may know them. */
export const ageBandWords: Record<AgeBand, MessageDescriptor> = {
  UNDER_4: msg`a child under 4`,
  FROM_4_TO_11: msg`a child of 4 to 11`,
  FROM_12_TO_17: msg`a child of 12 to 17`,
  ADULT: msg`an adult`,
  NOT_KNOWN: msg`someone whose age isn’t known`,
};

/** What a city may reveal of a guest. */
export const cityPartWords: Record<CityPart, MessageDescriptor> = {
  KNOWN_AS: msg`Name the guest goes by`,
  CONTACT_CHANNEL: msg`How to reach the guest`,
  FIRST_NAMES: msg`First names of those who come along`,
  LEGAL_NAME: msg`Legal name`,
  NATIONALITIES: msg`Nationalities`,
  BIRTH_YEAR: msg`Birth year`,
};
