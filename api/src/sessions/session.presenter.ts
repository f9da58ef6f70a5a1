import type { SessionView } from '@shelter-city/contract/session';
import type { ColourTheme, Language } from '@shelter-city/contract/vocabulary';
import { idleMinutes } from '../access/session-cookie.ts';
import type { SessionsRepository } from './sessions.repository.ts';

/** A session as its owner sees it. */
export function presentSession({
  account,
  expiresAt,
  sampleData,
  waysIn,
}: Awaited<ReturnType<SessionsRepository['forView']>>): SessionView {
  return {
    account: {
      id: account.id,
      displayName: account.displayName,
      email: account.email,
      role: account.role,
      riskCleared: account.riskCleared,
      city: account.city,
      // Text columns; the reply's schema checks that they hold words of the contract.
      language: account.language as Language,
      theme: account.theme as ColourTheme,
      shortcuts: account.shortcuts,
    },
    waysIn,
    sampleData,
    idleMinutes,
    expiresAt: expiresAt.toISOString(),
  };
}
