import { capacity, type CapacityPeriodView, type CapacityView } from '@shelter-city/contract/capacity';
import { keepPreviousData, mutationOptions, queryOptions, type QueryKey } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '../api/call.ts';

type BodyOf<K extends keyof typeof capacity> = z.input<(typeof capacity)[K]['body']>;

/** Everything the cache knows about what cities offer. */
export const capacityQueries = {
  all: () => ['capacity'] as const,
  /** A city's capacity from a day on; without one, from the quarter of today. */
  city: (slug: string, from: string | null) =>
    queryOptions({
      queryKey: [...capacityQueries.all(), slug, from],
      queryFn: ({ signal }) => call(capacity.show, { params: { slug }, query: from === null ? {} : { from }, signal }),
      placeholderData: keepPreviousData,
    }),
};

/** What a change of capacity makes stale, in whatever room. */
const touchedByCapacity: QueryKey[] = [['capacity'], ['cities'], ['city-home'], ['board'], ['today'], ['matching']];
const meta = { invalidates: touchedByCapacity };

/** What is done to a place: ask for a period, offer one unasked, or close some days. */
export type NewPeriod = BodyOf<'request'>;
/** New days for a period that is there. */
export type ChangedPeriod = BodyOf<'change'>;
/** Days on which a place is closed. */
export type NewBlock = BodyOf<'block'>;
/** A period as the reader saw it. */
export type Stamp = Pick<CapacityPeriodView, 'id' | 'version'>;

/** Everything that can be done with capacity; each answers the city's capacity as it then is. */
export const capacityMutations = {
  enter: (as: 'request' | 'add') =>
    mutationOptions({ mutationFn: ({ placeId, body }: { placeId: string; body: NewPeriod }) => call(capacity[as], { params: { placeId }, body }), meta }),
  rewrite: (as: 'offer' | 'change') =>
    mutationOptions({ mutationFn: ({ periodId, body }: { periodId: string; body: ChangedPeriod }) => call(capacity[as], { params: { periodId }, body }), meta }),
  sign: (slug: string) =>
    mutationOptions({ mutationFn: (periods: readonly Stamp[]) => call(capacity.confirmAll, { params: { slug }, body: { periods: [...periods] } }), meta }),
  withdraw: () =>
    mutationOptions({ mutationFn: ({ periodId, body }: { periodId: string; body: BodyOf<'withdraw'> }) => call(capacity.withdraw, { params: { periodId }, body }), meta }),
  block: () => mutationOptions({ mutationFn: ({ placeId, body }: { placeId: string; body: NewBlock }) => call(capacity.block, { params: { placeId }, body }), meta }),
  lift: () =>
    mutationOptions({ mutationFn: ({ blockId, version }: { blockId: string; version: number }) => call(capacity.lift, { params: { blockId }, body: { version } }), meta }),
};

/** The standing period that a write made or rewrote, found by its days. */
export const periodOn = ({ periods }: CapacityView, placeId: string, opensOn: string): CapacityPeriodView | undefined =>
  periods.find(({ place, opensOn: opens, status }) => place.id === placeId && opens === opensOn && status !== 'WITHDRAWN');
