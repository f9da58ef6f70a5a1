import type { SessionView } from '@shelter-city/contract/session';
import { readChoice } from '../design/choice-cookie.ts';
import { chosenTheme, showTheme } from '../design/theme.ts';
import { currentLanguage, speak } from '../messages/language.ts';

type Account = SessionView['account'];

/** Shows the account's language and theme, unless this device was told otherwise. */
export async function showLooksOf({ language, theme }: Account): Promise<void> {
  showTheme(chosenTheme(theme));
  if (readChoice('language') === undefined && language !== currentLanguage()) await speak(language);
}

/** What was chosen on this device and differs from the account: the newest word, so that the account can follow. */
export function choicesOfThisDevice(
  account: Account,
): Partial<Pick<Account, 'language' | 'theme'>> | undefined {
  const language = readChoice('language') === undefined ? account.language : currentLanguage();
  const theme = chosenTheme(account.theme);
  const chosen = {
    ...(language !== account.language && { language }),
    ...(theme !== account.theme && { theme }),
  };
  return Object.keys(chosen).length > 0 ? chosen : undefined;
}
