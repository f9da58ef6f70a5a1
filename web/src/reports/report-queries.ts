import { cityCounts } from '@shelter-city/contract/city-counts';
import { reports } from '@shelter-city/contract/reports';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '../api/call.ts';

/** Everything the cache knows about yearly counts. */
export const reportQueries = {
  all: () => ['reports'] as const,
  ofYear: (year: string, asAt: string | null) =>
    queryOptions({
      queryKey: [...reportQueries.all(), year, asAt],
      queryFn: ({ signal }) => call(reports.show, { params: { year }, query: { ...(asAt !== null && { asAt }) }, signal }),
    }),
  ofOwnCity: () => queryOptions({ queryKey: [...reportQueries.all(), 'own-city'], queryFn: ({ signal }) => call(cityCounts.years, { signal }) }),
  exports: () => queryOptions({ queryKey: [...reportQueries.all(), 'exports'], queryFn: ({ signal }) => call(reports.exports, { signal }) }),
};

/** Makes a file of a year's counts. */
export const exportReport = (year: string) =>
  mutationOptions({
    mutationFn: (body: z.input<typeof reports.export.body>) => call(reports.export, { params: { year }, body }),
    meta: { invalidates: [reportQueries.exports().queryKey] },
  });
