import { board } from '@shelter-city/contract/board';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** The part of the board that is asked for. */
export type BoardWindow = { readonly from: string; readonly until: string; readonly city: string | null };

/** Everything the cache knows about the board. */
export const boardQueries = {
  all: () => ['board'] as const,
  window: ({ from, until, city }: BoardWindow) =>
    queryOptions({
      queryKey: [...boardQueries.all(), 'window', from, until, city],
      queryFn: ({ signal }) => call(board.show, { query: { from, until, ...(city !== null && { city }) }, signal }),
      // Two coordinators look at the same board: what the other one did shows within half a minute.
      refetchInterval: 30_000,
    }),
  placeability: (code: string, { from, until }: BoardWindow, nights: number, exceptStay: string | null) =>
    queryOptions({
      queryKey: [...boardQueries.all(), 'placeability', code, from, until, nights, exceptStay],
      queryFn: ({ signal }) =>
        call(board.placeability, { params: { code }, query: { from, until, nights, ...(exceptStay !== null && { exceptStay }) }, signal }),
    }),
};
