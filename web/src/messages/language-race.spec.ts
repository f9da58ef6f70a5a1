import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { loadPageText, speak } from './language.ts';

it('has the text of the pages in the account’s language when a page is asked for while that language comes', async () => {
  await speak('en');
  const speaking = speak('nl');
  await Promise.all([speaking, loadPageText()]);
  expect(i18n.locale).toBe('nl');
  expect(i18n._(msg`Risk note`)).toBe('Risiconotitie');
});
