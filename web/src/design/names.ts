import { i18n } from '@lingui/core';

/** Names that the standard list lacks or words differently, per language: code to name. */
export type ExtraNames = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

function display(type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames(i18n.locale, { type, fallback: 'code' }).of(code) ?? code;
  } catch {
    // A code outside the standard's form, such as that of a place it doesn't list.
    return code;
  }
}

const extraName = (code: string, extra: ExtraNames) =>
  extra[code]?.[i18n.locale] ?? extra[code]?.['en'];

/** A country's name in the reader's language; `extra` holds the places that aren't on the ISO list. */
export const countryName = (code: string, extra: ExtraNames = {}): string =>
  extraName(code, extra) ?? display('region', code);

/** A language's name in the reader's language, with a capital since it stands alone. */
export function languageName(code: string, extra: ExtraNames = {}): string {
  const name = extraName(code, extra) ?? display('language', code);
  return name.charAt(0).toLocaleUpperCase(i18n.locale) + name.slice(1);
}

/** Things in the order of the reader's alphabet. */
export function byName<T>(things: readonly T[], nameOf: (thing: T) => string): T[] {
  const { compare } = new Intl.Collator(i18n.locale);
  return things.toSorted((one, other) => compare(nameOf(one), nameOf(other)));
}
