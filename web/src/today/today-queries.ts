import { today } from '@shelter-city/contract/today';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** Which part of the queue is asked for. */
export type QueueFilter = { readonly mine: boolean; readonly city: string | null };

/** Everything the cache knows about the queue. */
export const todayQueries = {
  all: () => ['today'] as const,
  queue: ({ mine, city }: QueueFilter) =>
    queryOptions({
      queryKey: [...todayQueries.all(), mine, city],
      queryFn: ({ signal }) => call(today.show, { query: { ...(mine && { mine: 'true' as const }), ...(city !== null && { city }) }, signal }),
      refetchInterval: 60_000,
    }),
};
