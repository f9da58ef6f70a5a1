import { matching } from '@shelter-city/contract/matching';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** Other dates than the person's own, to see what would change. */
export type MatchQuestion = { readonly earliest: string | null; readonly latest: string | null; readonly nights: number | null };

/** Everything the cache knows about matching. */
export const matchQueries = {
  all: () => ['matching'] as const,
  forDefender: (code: string, { earliest, latest, nights }: MatchQuestion) =>
    queryOptions({
      queryKey: [...matchQueries.all(), code, earliest, latest, nights],
      queryFn: ({ signal }) =>
        call(matching.show, {
          params: { code },
          query: { ...(earliest !== null && { earliest }), ...(latest !== null && { latest }), ...(nights !== null && { nights: String(nights) }) },
          signal,
        }),
    }),
};
