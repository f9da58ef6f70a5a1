import type { ProblemSlug } from '@shelter-city/contract/problem';
import type { Language } from '@shelter-city/contract/vocabulary';
import { fillIn, type Params } from './fill-in.ts';
import { dutch } from './texts/dutch.ts';
import { english } from './texts/english.ts';
import { french } from './texts/french.ts';
import type { ProblemTexts, ProblemWords } from './texts/problem-words.ts';

const texts: Readonly<Record<Language, ProblemTexts>> = { en: english, nl: dutch, fr: french };

/** The words for a problem in the reader's language; a detail whose params aren't all there is left out. */
export function problemText(
  slug: ProblemSlug,
  language: Language,
  params: Params = {},
): ProblemWords {
  const { title, detail } = texts[language][slug];
  const filled = detail === undefined ? undefined : fillIn(detail, language, params);
  return filled === undefined ? { title } : { title, detail: filled };
}
