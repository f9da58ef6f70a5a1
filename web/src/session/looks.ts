import type { SessionView } from '@shelter-city/contract/session';
import { readChoice } from '../design/choice-cookie.ts';
import { showTheme } from '../design/theme.ts';
import { currentLanguage, speak } from '../messages/language.ts';

/** Shows the account's language and theme, unless this device was told otherwise. */
export async function showLooksOf({ language, theme }: SessionView['account']): Promise<void> {
  if (readChoice('theme') === undefined) showTheme(theme);
  if (readChoice('language') === undefined && language !== currentLanguage()) await speak(language);
}
