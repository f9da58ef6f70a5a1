import { visaDays } from '@shelter-city/contract/visa-days';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** A stay that is planned, or is there already and counts once. */
export type PlannedStay = { readonly from: string; readonly until: string; readonly stayId?: string };

/** Visa days. Under the key of matching: whatever changes a person or a stay makes them stale. */
export const visaDaysQuery = (code: string, planned: PlannedStay | null) =>
  queryOptions({
    queryKey: ['matching', 'visa-days', code, planned?.from, planned?.until, planned?.stayId],
    queryFn: ({ signal }) =>
      call(visaDays.show, {
        params: { code },
        query: planned === null ? {} : { from: planned.from, until: planned.until, ...(planned.stayId !== undefined && { exceptStay: planned.stayId }) },
        signal,
      }),
  });
