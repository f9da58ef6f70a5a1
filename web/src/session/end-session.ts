import { hashKey, type QueryClient } from '@tanstack/react-query';
import { forgetActs } from '../api/idempotency.ts';
import { clearToasts } from '../design/toast.tsx';
import { sessionQueries } from './session-queries.ts';

/**
 * Forgets everything that was read or typed. The frame, seeing that nobody is signed in, then shows the sign-in page:
 * so that "nobody" is told first, and the rest is emptied under it.
 */
export function endSession(client: QueryClient): void {
  const { queryKey } = sessionQueries.show();
  client.setQueryData(queryKey, null);
  client.removeQueries({ predicate: (query) => query.queryHash !== hashKey(queryKey) });
  client.getMutationCache().clear();
  forgetActs();
  clearToasts();
}
