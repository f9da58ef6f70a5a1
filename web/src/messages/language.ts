import { i18n, type Messages } from '@lingui/core';
import type { Language } from '@shelter-city/contract/vocabulary';
import { readChoice, writeChoice } from '../design/choice-cookie.ts';

/** The languages of the pages, each named in itself. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  nl: 'Nederlands',
  fr: 'Français',
};

type Loader = () => Promise<{ readonly messages: Messages }>;

const frame: Record<Language, Loader> = {
  en: () => import('./frame-en.ts'),
  nl: () => import('./frame-nl.ts'),
  fr: () => import('./frame-fr.ts'),
};
const pages: Record<Language, Loader> = {
  en: () => import('./pages-en.ts'),
  nl: () => import('./pages-nl.ts'),
  fr: () => import('./pages-fr.ts'),
};

let pagesWanted = false;
const loadedPages = new Set<Language>();

/** Whether a tag such as `nl` is a language of the pages. */
export const isLanguage = (tag: string | undefined): tag is Language =>
  tag !== undefined && Object.hasOwn(languageNames, tag);

/** The language to start in: the one chosen before on this device, else the browser's first that we speak, else English. */
export function firstLanguage(): Language {
  const chosen = readChoice('language');
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

/** The language that the pages speak now. */
export const currentLanguage = (): Language => (isLanguage(i18n.locale) ? i18n.locale : 'en');

async function loadPages(language: Language): Promise<void> {
  if (loadedPages.has(language)) return;
  const { messages } = await pages[language]();
  i18n.load(language, messages);
  loadedPages.add(language);
}

/** Speaks a language: fetches its text, then changes every sentence at once, and the document's language with them. */
export async function speak(language: Language): Promise<void> {
  const early = pagesWanted ? loadPages(language) : undefined;
  const { messages } = await frame[language]();
  await early;
  // A page may have been asked for meanwhile: no sentence may be shown before its text is here.
  if (pagesWanted) await loadPages(language);
  i18n.load(language, messages);
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** Speaks a language and keeps the choice on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  writeChoice('language', language);
}

/** Fetches the text of the pages in the language of now; every page inside the frame waits for it. */
export async function loadPageText(): Promise<void> {
  pagesWanted = true;
  await loadPages(currentLanguage());
}
