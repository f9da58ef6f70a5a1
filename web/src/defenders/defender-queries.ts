import { defenders, type NewDefender } from '@shelter-city/contract/defenders';
import { infiniteQueryOptions, mutationOptions, queryOptions, type QueryKey } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '../api/call.ts';

/** The list's filters and order, as they stand in the address. */
export type DefenderFilter = Omit<z.input<typeof defenders.list.query>, 'cursor' | 'limit'>;
type BodyOf<K extends 'update' | 'seal' | 'takeOver' | 'decide'> = z.input<(typeof defenders)[K]['body']>;

/** Everything the cache knows about defenders. What a reveal shows never gets here. */
export const defenderQueries = {
  all: () => ['defenders'] as const,
  list: (filter: DefenderFilter) =>
    infiniteQueryOptions({
      queryKey: [...defenderQueries.all(), 'list', filter],
      queryFn: ({ signal, pageParam }) => call(defenders.list, { query: { ...filter, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  detail: (code: string) =>
    queryOptions({ queryKey: [...defenderQueries.all(), 'detail', code], queryFn: ({ signal }) => call(defenders.show, { params: { code }, signal }) }),
  history: (code: string) =>
    queryOptions({ queryKey: [...defenderQueries.all(), 'history', code], queryFn: ({ signal }) => call(defenders.history, { params: { code }, signal }) }),
  calls: () => queryOptions({ queryKey: [...defenderQueries.all(), 'calls'], queryFn: ({ signal }) => call(defenders.calls, { signal }), staleTime: 5 * 60_000 }),
};

const touched: QueryKey[] = [['defenders'], ['matching'], ['board'], ['today'], ['stays']];
const meta = { invalidates: touched };

/** Everything one may do with a defender's file. */
export const defenderMutations = {
  create: () => mutationOptions({ mutationFn: (body: NewDefender) => call(defenders.create, { body }), meta }),
  update: (code: string) => mutationOptions({ mutationFn: (body: BodyOf<'update'>) => call(defenders.update, { params: { code }, body }), meta }),
  seal: (code: string) => mutationOptions({ mutationFn: (body: BodyOf<'seal'>) => call(defenders.seal, { params: { code }, body }), meta }),
  takeOver: (code: string) => mutationOptions({ mutationFn: (body: BodyOf<'takeOver'>) => call(defenders.takeOver, { params: { code }, body }), meta }),
  decide: () =>
    mutationOptions({
      mutationFn: ({ applicationId, body }: { applicationId: string; body: BodyOf<'decide'> }) => call(defenders.decide, { params: { applicationId }, body }),
      meta,
    }),
};
