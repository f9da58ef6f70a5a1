import { plans } from '@shelter-city/contract/plans';
import { mutationOptions, queryOptions, type QueryKey } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** How often a plan that is being made is looked at. Units: milliseconds. */
const watching = 700;

/** What a plan is begun with. */
type NewPlan = { readonly name: string; readonly from: string; readonly until: string; readonly codes: string[]; readonly placesKeptFree: number };

type ChangedPlan = Omit<NewPlan, 'codes'> & { readonly version: number };

/** Everything the cache knows about plans. */
export const planQueries = {
  all: () => ['plans'] as const,
  list: () => queryOptions({ queryKey: [...planQueries.all(), 'list'], queryFn: ({ signal }) => call(plans.list, { signal }) }),
  detail: (planId: string) =>
    queryOptions({
      queryKey: [...planQueries.all(), 'detail', planId],
      queryFn: ({ signal }) => call(plans.show, { params: { planId }, signal }),
      refetchInterval: ({ state }) => (state.data?.status === 'RUNNING' ? watching : false),
    }),
  why: (planId: string, code: string, version: number) =>
    queryOptions({ queryKey: [...planQueries.all(), 'why', planId, code, version], queryFn: ({ signal }) => call(plans.why, { params: { planId, code }, signal }) }),
  instead: (planId: string, code: string, cityId: string, version: number) =>
    queryOptions({ queryKey: [...planQueries.all(), 'instead', planId, code, cityId, version], queryFn: ({ signal }) => call(plans.instead, { params: { planId, code, cityId }, signal }), staleTime: Infinity }),
  comparison: (planId: string, besideIds: readonly string[]) =>
    queryOptions({ queryKey: [...planQueries.all(), 'comparison', planId, ...besideIds], queryFn: ({ signal }) => call(plans.compare, { params: { planId }, query: { beside: besideIds.join(',') }, signal }) }),
};

const touchedByPlans: QueryKey[] = [['plans']];
const meta = { invalidates: touchedByPlans };

/** What is done with plans; each answers the plan as it then is. */
export const planMutations = {
  create: () => mutationOptions({ mutationFn: (body: NewPlan) => call(plans.create, { body }), meta }),
  change: (planId: string) => mutationOptions({ mutationFn: (body: ChangedPlan) => call(plans.change, { params: { planId }, body }), meta }),
  copy: (planId: string) => mutationOptions({ mutationFn: (name: string) => call(plans.copy, { params: { planId }, body: { name } }), meta }),
  discard: (planId: string) => mutationOptions({ mutationFn: (version: number) => call(plans.discard, { params: { planId }, query: { version } }), meta }),
  run: (planId: string) => mutationOptions({ mutationFn: (body: { version: number; keep: boolean }) => call(plans.run, { params: { planId }, body }), meta }),
  stop: (planId: string) => mutationOptions({ mutationFn: () => call(plans.stop, { params: { planId }, body: {} }), meta }),
  wish: (planId: string) =>
    mutationOptions({
      mutationFn: ({ code, ...body }: { code: string; version: number; pinned: boolean; bannedCityIds: string[] }) => call(plans.wish, { params: { planId, code }, body }),
      meta,
    }),
  publish: (planId: string) =>
    mutationOptions({
      mutationFn: (body: { version: number; why: string; holdUntil: string }) => call(plans.publish, { params: { planId }, body }),
      meta: { invalidates: [['plans'], ['board'], ['today'], ['stays'], ['defenders'], ['matching']] satisfies QueryKey[] },
    }),
};
