import { jest } from '@jest/globals';
import { i18n, type Messages } from '@lingui/core';
import { languages } from '@shelter-city/contract/vocabulary';
import { messages as frameEn } from './frame-en.ts';
import { messages as frameFr } from './frame-fr.ts';
import { messages as frameNl } from './frame-nl.ts';
import { chooseLanguage, firstLanguage, languageNames, loadPageText } from './language.ts';
import { messages as pagesEn } from './pages-en.ts';
import { messages as pagesFr } from './pages-fr.ts';
import { messages as pagesNl } from './pages-nl.ts';

const english: Messages = { ...frameEn, ...pagesEn };
const translated: Record<string, Messages> = {
  nl: { ...frameNl, ...pagesNl },
  fr: { ...frameFr, ...pagesFr },
};

/** The values and the tags that a compiled sentence has a place for; a place is a list within the list. */
function placesIn(message: unknown): string[] {
  if (typeof message === 'string') return message.match(/<\/?\d+\/?>/g) ?? [];
  if (!Array.isArray(message)) return [];
  return message.flatMap((part: unknown) => {
    if (!Array.isArray(part)) return placesIn(part);
    const [name, , options] = part as [string, string?, Record<string, unknown>?];
    return [name, ...Object.values(options ?? {}).flatMap(placesIn)];
  });
}

const placesOf = (message: unknown) => [...new Set(placesIn(message))].toSorted().join(' ');

it.each(Object.keys(translated))('has every sentence in %s', (language) => {
  const missing = Object.keys(english).filter((id) => !translated[language]?.[id]);
  expect(missing.map((id) => english[id])).toEqual([]);
});

it.each(Object.keys(translated))('keeps a place for every value and tag in %s', (language) => {
  const lost = Object.entries(translated[language] ?? {}).filter(
    ([id, words]) => placesOf(words) !== placesOf(english[id]),
  );
  expect(lost).toEqual([]);
});

it('loads each language whole, and tells the document', async () => {
  for (const language of languages) {
    await chooseLanguage(language);
    await loadPageText();
    expect(document.documentElement.lang).toBe(language);
    expect(Object.keys(i18n.messages)).toHaveLength(Object.keys(english).length);
    expect(firstLanguage()).toBe(language);
  }
  expect(Object.keys(languageNames)).toEqual([...languages]);
});

it('starts in the browser’s language when nothing was chosen, and keeps nothing in browser storage', () => {
  const tags = jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-DE', 'fr-BE', 'en']);
  expect(firstLanguage()).toBe('fr');
  tags.mockReturnValue(['ja']);
  expect(firstLanguage()).toBe('en');
  tags.mockRestore();
  expect(localStorage).toHaveLength(0);
  expect(sessionStorage).toHaveLength(0);
});
