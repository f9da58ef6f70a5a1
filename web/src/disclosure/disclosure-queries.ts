import { disclosure, type DisclosureView } from '@shelter-city/contract/disclosure';
import { infiniteQueryOptions, mutationOptions, queryOptions, type QueryKey } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '../api/call.ts';

type BodyOf<K extends 'agree' | 'grant' | 'askNote' | 'acknowledge'> = z.input<(typeof disclosure)[K]['body']>;

/** What the cache knows of who may see what of a person: never what they see. */
export const disclosureQueries = {
  all: () => ['disclosure'] as const,
  show: (code: string) =>
    queryOptions({ queryKey: [...disclosureQueries.all(), code], queryFn: ({ signal }) => call(disclosure.show, { params: { code }, signal }) }),
  accesses: (code: string) =>
    infiniteQueryOptions({
      queryKey: [...disclosureQueries.all(), code, 'accesses'],
      queryFn: ({ signal, pageParam }) => call(disclosure.accesses, { params: { code }, query: pageParam === null ? {} : { cursor: pageParam }, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
};

const touched: QueryKey[] = [['disclosure'], ['today'], ['risk-notes'], ['defenders']];
const act = <Body>(mutationFn: (body: Body) => Promise<DisclosureView>) => mutationOptions({ mutationFn, meta: { invalidates: touched } });

/** What is done about who may see what of a person. */
export const disclosureMutations = {
  agree: (code: string) => act((body: BodyOf<'agree'>) => call(disclosure.agree, { params: { code }, body })),
  grant: (code: string) => act((body: BodyOf<'grant'>) => call(disclosure.grant, { params: { code }, body })),
  withdraw: (code: string) => act((grantId: string) => call(disclosure.withdraw, { params: { code, grantId } })),
  breakGlass: (code: string) => act((reason: string) => call(disclosure.breakGlass, { params: { code }, body: { reason } })),
  acknowledge: (code: string) => act((body: BodyOf<'acknowledge'>) => call(disclosure.acknowledge, { params: { code }, body })),
  askNote: (code: string) => act((body: BodyOf<'askNote'>) => call(disclosure.askNote, { params: { code }, body })),
  approveNote: (code: string) => act((noteGrantId: string) => call(disclosure.approveNote, { params: { code, noteGrantId } })),
  withdrawNote: (code: string) => act((noteGrantId: string) => call(disclosure.withdrawNote, { params: { code, noteGrantId } })),
};
