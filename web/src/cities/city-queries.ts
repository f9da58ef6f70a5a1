import { cities } from '@shelter-city/contract/cities';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** Everything the cache knows about host cities. */
export const cityQueries = {
  all: () => ['cities'] as const,
  list: () => queryOptions({ queryKey: [...cityQueries.all(), 'list'], queryFn: ({ signal }) => call(cities.list, { signal }) }),
  detail: (slug: string) =>
    queryOptions({ queryKey: [...cityQueries.all(), 'detail', slug], queryFn: ({ signal }) => call(cities.show, { params: { slug }, signal }) }),
};
