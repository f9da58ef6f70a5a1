import type { Language } from '@shelter-city/contract/vocabulary';

/** British English writes the day first, like the other two. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl', fr: 'fr' };
const calendarDay = /^\d{4}-\d{2}-\d{2}$/;

/** Facts for a sentence: numbers, calendar days, words. Never a person's name. */
export type Params = Readonly<Record<string, string | number>>;

/** A sentence with its `{params}` written as the language writes days and numbers; undefined when one is missing. */
export function fillIn(sentence: string, language: Language, params: Params): string | undefined {
  const pieces = sentence.split(/\{(\w+)\}/).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const value = params[piece];
    return value === undefined ? undefined : written(value, language);
  });
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

function written(value: string | number, language: Language): string {
  if (typeof value === 'number') return new Intl.NumberFormat(locales[language]).format(value);
  return calendarDay.test(value)
    ? Temporal.PlainDate.from(value).toLocaleString(locales[language], { dateStyle: 'long' })
    : value;
}
