import type { Language } from '@shelter-city/contract/vocabulary';
import { z } from 'zod';
import { fillIn, type Params } from '../problems/fill-in.ts';

type Issue = z.core.$ZodIssue;

const localized: Readonly<Record<Language, (issue: z.core.$ZodRawIssue) => string | { message: string } | null | undefined>> = {
  en: z.locales.en().localeError,
  nl: z.locales.nl().localeError,
  fr: z.locales.fr().localeError,
};

/** Sentences of rules that the contract names by a code. */
const ours: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'departs-after-arrival': {
    en: 'The departure must be after the arrival.',
    nl: 'Het vertrek moet na de aankomst liggen.',
    fr: 'Le départ doit être après l’arrivée.',
  },
  'closes-after-it-opens': {
    en: 'The last day must be after the first.',
    nl: 'De laatste dag moet na de eerste liggen.',
    fr: 'Le dernier jour doit être après le premier.',
  },
  'ends-after-it-begins': {
    en: 'The end must be after the beginning.',
    nl: 'Het einde moet na het begin liggen.',
    fr: 'La fin doit être après le début.',
  },
};

/** The sentence of a code of ours; undefined when the catalogue has none or a param is missing. */
export function sentenceOf(code: string, language: Language, params: Params = {}): string | undefined {
  const sentence = ours[code]?.[language];
  return sentence === undefined ? undefined : fillIn(sentence, language, params);
}

/** What is wrong with a field, in the reader's language. Never the value. */
export function sentenceFor(issue: Issue, language: Language): string {
  const code = issue.code === 'custom' ? (issue.params?.['code'] as string | undefined) : undefined;
  const own = code === undefined ? undefined : sentenceOf(code, language);
  if (own !== undefined) return own;
  // The issue without its input: a locale's sentence must not repeat what was typed.
  const said = localized[language]({ ...issue, input: undefined } as z.core.$ZodRawIssue);
  return typeof said === 'string' ? said : (said?.message ?? issue.message);
}
