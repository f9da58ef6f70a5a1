import { stays, type NewProposal, type StayView } from '@shelter-city/contract/stays';
import { mutationOptions, queryOptions, type QueryKey } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '../api/call.ts';

type BodyOf<K extends keyof typeof stays> = z.input<(typeof stays)[K]['body']>;

/** Everything the cache knows about stays as coordinators see them. */
export const stayQueries = {
  all: () => ['stays'] as const,
  detail: (stayId: string) =>
    queryOptions({
      queryKey: [...stayQueries.all(), 'detail', stayId],
      queryFn: ({ signal }) => call(stays.show, { params: { stayId }, signal }),
    }),
  history: (stayId: string) =>
    queryOptions({
      queryKey: [...stayQueries.all(), 'history', stayId],
      queryFn: ({ signal }) => call(stays.history, { params: { stayId }, signal }),
    }),
};

/** What a change to a stay makes stale: everything that draws stays, in whatever room. */
export const touchedByStays: QueryKey[] = [['stays'], ['board'], ['today'], ['defenders'], ['matching'], ['cities'], ['capacity']];
const meta = { invalidates: touchedByStays };

/** A change that takes a stay and a body. */
export type StayChangeName = Exclude<keyof typeof stays, 'show' | 'history' | 'draft' | 'discard' | 'proposeNew'>;
export type ChangeBody<C extends StayChangeName> = BodyOf<C>;

/** Sends one change of a stay. */
export const changeStay = <C extends StayChangeName>(change: C, stayId: string, body: ChangeBody<C>): Promise<StayView> =>
  // The endpoints of all changes share their parameters and reply; only the body differs, and C ties it to its endpoint.
  call(stays[change] as (typeof stays)['move'], { params: { stayId }, body: body as BodyOf<'move'> });

/** Everything a coordinator may do with a stay. */
export const stayMutations = {
  draft: () => mutationOptions({ mutationFn: (body: BodyOf<'draft'>) => call(stays.draft, { body }), meta }),
  discard: () =>
    mutationOptions({
      mutationFn: ({ stayId, version }: { stayId: string; version: number }) =>
        call(stays.discard, { params: { stayId }, query: { version } }),
      meta,
    }),
  proposeNew: () => mutationOptions({ mutationFn: (body: NewProposal) => call(stays.proposeNew, { body }), meta }),
  /** One of the changes that take a stay and a body. */
  change: <C extends StayChangeName>(change: C) =>
    mutationOptions({
      mutationFn: ({ stayId, body }: { stayId: string; body: ChangeBody<C> }) => changeStay(change, stayId, body),
      meta,
    }),
};
