import type { SessionView } from '@shelter-city/contract/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { homeOf } from '../app/navigation.ts';
import { choicesOfThisDevice, showLooksOf } from './looks.ts';
import { sessionMutations, sessionQueries } from './session-queries.ts';
import { pathBack } from './way-back.ts';

/** What follows when a session was opened: nothing of before stays, the looks are the account's, and the page is the one asked for. */
export function useEntrance(): (session: SessionView) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate: prefer } = useMutation(sessionMutations.prefer());
  return async (session) => {
    client.clear();
    client.setQueryData(sessionQueries.show().queryKey, session);
    await showLooksOf(session.account);
    const chosen = choicesOfThisDevice(session.account);
    if (chosen) prefer(chosen);
    await navigate(pathBack(location.href) ?? homeOf(session.account.role), { replace: true });
  };
}
