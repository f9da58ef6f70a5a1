import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { endSession } from './end-session.ts';
import { sessionMutations } from './session-queries.ts';

/** Signs out: tells the server, empties everything that was read or typed, shows the sign-in page. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const end = useMutation(sessionMutations.end());
  return async () => {
    // Even without an answer nothing may stay in sight; the server ends an idle session by itself.
    await end.mutateAsync().catch(() => undefined);
    await navigate('/sign-in', { replace: true });
    endSession(client);
  };
}
