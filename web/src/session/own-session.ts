import type { SessionView } from '@shelter-city/contract/session';
import { createContext, use } from 'react';

/** The session of the reader, given by the frame. A context and not the cache: at sign-out no page sees it vanish. */
export const OwnSession = createContext<SessionView | null>(null);

/** The session of the reader. Only for what stands inside the frame, where somebody is signed in. */
export function useSession(): SessionView {
  const session = use(OwnSession);
  if (session === null) throw new Error('A page of the frame was shown to nobody.');
  return session;
}

/** The account of the reader: role, clearance, city. */
export const useAccount = (): SessionView['account'] => useSession().account;
