import { cities, type CityView, type PlaceFacts } from '@shelter-city/contract/cities';
import { mutationOptions, queryOptions, type QueryKey } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** Everything the cache knows about host cities. */
export const cityQueries = {
  all: () => ['cities'] as const,
  list: () => queryOptions({ queryKey: [...cityQueries.all(), 'list'], queryFn: ({ signal }) => call(cities.list, { signal }) }),
  detail: (slug: string) =>
    queryOptions({ queryKey: [...cityQueries.all(), 'detail', slug], queryFn: ({ signal }) => call(cities.show, { params: { slug }, signal }) }),
};

const touchedByCities: QueryKey[] = [['cities'], ['capacity'], ['city-home'], ['board'], ['matching']];
const meta = { invalidates: touchedByCities };

/** What is changed of a city and of its places; each answers the city as it then is. An address itself stays out of the cache. */
export const cityMutations = {
  update: (slug: string) =>
    mutationOptions({ mutationFn: (body: { version: number; facts: CityView['facts'] }) => call(cities.update, { params: { slug }, body }), meta }),
  addPlace: (slug: string) => mutationOptions({ mutationFn: (facts: PlaceFacts) => call(cities.addPlace, { params: { slug }, body: { facts } }), meta }),
  updatePlace: () =>
    mutationOptions({
      mutationFn: ({ placeId, ...body }: { placeId: string; version: number; facts: PlaceFacts }) => call(cities.updatePlace, { params: { placeId }, body }),
      meta,
    }),
  sealAddress: () =>
    mutationOptions({
      mutationFn: ({ placeId, ...body }: { placeId: string; version: number; address: string }) => call(cities.sealAddress, { params: { placeId }, body }),
      meta,
      gcTime: 0,
    }),
};
