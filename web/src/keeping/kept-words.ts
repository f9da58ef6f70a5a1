import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ErasurePreview } from '@shelter-city/contract/erasure';

/** Tables in words, for who erases; a table that isn't here is said to be something else of the case. */
const words: Readonly<Record<string, MessageDescriptor>> = {
  data_key: msg`Keys of what is sealed`,
  sealed_compartment: msg`Sealed parts: identity, contact, dependants`,
  risk_note: msg`Risk notes`,
  city_instruction: msg`Instructions for a city`,
  application: msg`Applications`,
  defender_language: msg`Languages`,
  contact_rule: msg`Contact rules`,
  publicity_consent: msg`Consents to publicity`,
  stay: msg`Stays that never took place`,
  withheld_from: msg`Entries of the “do not share with” list`,
  event: msg`Events, without their notes`,
  audit: msg`Rows of the audit log`,
};

/** What stays of those of which the rest is destroyed. */
const keptWords: typeof words = { stay: msg`Stays that took place, by place and days` };

const otherWord = msg`Other rows of the case`;

/** Rows by what they are in words, where there are any; those of tables without a word of their own are counted together, last. */
export function inWords(
  rows: ErasurePreview['kept'],
  fate: 'destroyed' | 'kept',
): readonly { readonly word: MessageDescriptor; readonly rows: number }[] {
  const wordOf = (what: string) => (fate === 'kept' ? keptWords[what] : undefined) ?? words[what];
  const some = rows.filter(({ rows: count }) => count > 0);
  const others = some.filter(({ what }) => !wordOf(what)).reduce((sum, { rows: count }) => sum + count, 0);
  return [
    ...some.flatMap(({ what, rows: count }) => {
      const word = wordOf(what);
      return word ? [{ word, rows: count }] : [];
    }),
    ...(others > 0 ? [{ word: otherWord, rows: others }] : []),
  ];
}
