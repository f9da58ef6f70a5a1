import { i18n } from '@lingui/core';

/** Utrecht, Nijmegen or Zwolle: any one of them, as the language says it. */
export const formatAnyOf = (names: readonly string[]): string =>
  new Intl.ListFormat(i18n.locale === 'en' ? 'en-GB' : i18n.locale, { type: 'disjunction' }).format(names);
