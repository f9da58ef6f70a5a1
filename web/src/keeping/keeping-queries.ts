import { erasure } from '@shelter-city/contract/erasure';
import { integrity } from '@shelter-city/contract/integrity';
import { retention, type RetentionPeriods } from '@shelter-city/contract/retention';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** What is kept, for how long, and whether it is as it was written. */
export const keepingQueries = {
  all: () => ['keeping'] as const,
  periods: () =>
    queryOptions({
      queryKey: [...keepingQueries.all(), 'periods'],
      queryFn: ({ signal }) => call(retention.show, { signal }),
    }),
  integrity: () =>
    queryOptions({
      queryKey: [...keepingQueries.all(), 'integrity'],
      queryFn: ({ signal }) => call(integrity.check, { signal }),
    }),
  due: () =>
    queryOptions({
      queryKey: [...keepingQueries.all(), 'due'],
      queryFn: ({ signal }) => call(erasure.due, { signal }),
    }),
  certificates: () =>
    queryOptions({
      queryKey: [...keepingQueries.all(), 'certificates'],
      queryFn: ({ signal }) => call(erasure.certificates, { signal }),
    }),
  certificate: (certificateId: string) =>
    queryOptions({
      queryKey: [...keepingQueries.all(), 'certificate', certificateId],
      queryFn: ({ signal }) => call(erasure.certificate, { params: { certificateId }, signal }),
    }),
  erasureOf: (code: string) =>
    queryOptions({
      queryKey: [...keepingQueries.all(), 'erasure', code],
      queryFn: ({ signal }) => call(erasure.preview, { params: { code }, signal }),
    }),
};

const meta = { invalidates: [keepingQueries.all()] };

export const keepingMutations = {
  setPeriods: () =>
    mutationOptions({ mutationFn: (body: RetentionPeriods) => call(retention.change, { body }), meta }),
  hold: (code: string) =>
    mutationOptions({
      mutationFn: (reason: string) => call(erasure.hold, { params: { code }, body: { reason } }),
      meta,
    }),
  release: (code: string) =>
    mutationOptions({ mutationFn: () => call(erasure.release, { params: { code } }), meta }),
  /** Nothing is asked anew after it: there is nobody left to ask about. */
  erase: (code: string) =>
    mutationOptions({
      mutationFn: (confirm: string) => call(erasure.erase, { params: { code }, body: { confirm } }),
    }),
};
