import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Tables in words, for who erases; a table that isn't here is said to be something else of the case. */
export const keptWords: Readonly<Record<string, MessageDescriptor>> = {
  data_key: msg`Keys of what is sealed`,
  sealed_compartment: msg`Sealed parts: identity, contact, dependants`,
  risk_note: msg`Risk notes`,
  city_instruction: msg`Instructions for a city`,
  application: msg`Applications`,
  stay: msg`Stays`,
  withheld_from: msg`Entries of the “do not share with” list`,
  event: msg`Events, without their notes`,
  audit: msg`Rows of the audit log`,
};

/** For a table that has no word of its own. */
export const otherKeptWord: MessageDescriptor = msg`Other rows of the case`;
