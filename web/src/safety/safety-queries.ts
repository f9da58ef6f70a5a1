import { contact } from '@shelter-city/contract/contact';
import { publicity } from '@shelter-city/contract/publicity';
import { withholding, type NewWithholding } from '@shelter-city/contract/withholding';
import { mutationOptions, queryOptions, type QueryKey } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '../api/call.ts';

type BodyOf<E extends { readonly body: z.ZodType }> = z.input<E['body']>;

/** Everything the cache knows about contact, publicity and sharing: nothing that is sealed. */
export const safetyQueries = {
  all: () => ['safety'] as const,
  contact: (code: string) =>
    queryOptions({ queryKey: [...safetyQueries.all(), 'contact', code], queryFn: ({ signal }) => call(contact.show, { params: { code }, signal }) }),
  guestContact: (stayId: string) =>
    queryOptions({ queryKey: [...safetyQueries.all(), 'guest-contact', stayId], queryFn: ({ signal }) => call(contact.ofGuest, { params: { stayId }, signal }) }),
  publicity: (code: string) =>
    queryOptions({ queryKey: [...safetyQueries.all(), 'publicity', code], queryFn: ({ signal }) => call(publicity.show, { params: { code }, signal }) }),
  withholding: (code: string) =>
    queryOptions({ queryKey: [...safetyQueries.all(), 'withholding', code], queryFn: ({ signal }) => call(withholding.show, { params: { code }, signal }) }),
  card: (stayId: string) =>
    queryOptions({ queryKey: [...safetyQueries.all(), 'card', stayId], queryFn: ({ signal }) => call(publicity.card, { params: { stayId }, signal }) }),
  cityCard: (stayId: string) =>
    queryOptions({ queryKey: [...safetyQueries.all(), 'city-card', stayId], queryFn: ({ signal }) => call(publicity.cityCard, { params: { stayId }, signal }) }),
};

const touched: QueryKey[] = [['safety'], ['matching'], ['defenders']];
const meta = { invalidates: touched };

/** Everything that is written about contact, publicity and sharing. */
export const safetyMutations = {
  writeRule: (code: string) => mutationOptions({ mutationFn: (body: BodyOf<typeof contact.write>) => call(contact.write, { params: { code }, body }), meta }),
  attempt: (code: string) => mutationOptions({ mutationFn: (body: BodyOf<typeof contact.attempt>) => call(contact.attempt, { params: { code }, body }), meta }),
  attemptOfGuest: (stayId: string) =>
    mutationOptions({ mutationFn: (body: BodyOf<typeof contact.attempt>) => call(contact.attemptOfGuest, { params: { stayId }, body }), meta }),
  record: (code: string) => mutationOptions({ mutationFn: (body: BodyOf<typeof publicity.record>) => call(publicity.record, { params: { code }, body }), meta }),
  withdraw: (code: string) => mutationOptions({ mutationFn: (body: BodyOf<typeof publicity.withdraw>) => call(publicity.withdraw, { params: { code }, body }), meta }),
  approve: (code: string) => mutationOptions({ mutationFn: (body: BodyOf<typeof publicity.approve>) => call(publicity.approve, { params: { code }, body }), meta }),
  printed: (stayId: string) => mutationOptions({ mutationFn: (number: number) => call(publicity.printed, { params: { stayId }, body: { number } }), meta }),
  withhold: (code: string) => mutationOptions({ mutationFn: (body: NewWithholding) => call(withholding.add, { params: { code }, body }), meta }),
  lift: () =>
    mutationOptions({
      mutationFn: ({ entryId, reason }: { readonly entryId: string; readonly reason: string }) => call(withholding.lift, { params: { entryId }, body: { reason } }),
      meta,
    }),
};
