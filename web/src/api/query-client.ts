import {
  matchQuery,
  MutationCache,
  QueryCache,
  QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import { isSignedOut, NetworkFailure } from './problems.ts';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: { invalidates?: readonly QueryKey[] };
  }
}

/**
 * A client whose mutations, once they settle well, make stale what their `meta.invalidates` names, and which tells
 * when an answer says that the session is over. Writes are never repeated by themselves.
 */
export function createQueryClient(onSignedOut: () => void = () => undefined): QueryClient {
  const onError = (failure: Error) => {
    if (isSignedOut(failure)) onSignedOut();
  };
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (failures, failure) => failures < 1 && failure instanceof NetworkFailure,
        retryDelay: 400,
      },
      mutations: { networkMode: 'always', retry: false },
    },
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({
      onError,
      onSuccess: (_data, _variables, _context, mutation) => {
        const keys = mutation.meta?.invalidates ?? [];
        return client.invalidateQueries({
          predicate: (query) => keys.some((queryKey) => matchQuery({ queryKey }, query)),
        });
      },
    }),
  });
  return client;
}
