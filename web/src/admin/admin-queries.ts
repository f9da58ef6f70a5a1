import { accounts, type AccountDuties, type NewAccount } from '@shelter-city/contract/accounts';
import { adminCities, type CityChange, type NewCity } from '@shelter-city/contract/admin-cities';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** Everything an administrator reads. */
export const adminQueries = {
  all: () => ['admin'] as const,
  accounts: () =>
    queryOptions({
      queryKey: [...adminQueries.all(), 'accounts'],
      queryFn: ({ signal }) => call(accounts.list, { signal }),
    }),
  cities: () =>
    queryOptions({
      queryKey: [...adminQueries.all(), 'cities'],
      queryFn: ({ signal }) => call(adminCities.list, { signal }),
    }),
};

const meta = { invalidates: [adminQueries.all()] };

/** Everything an administrator does with one account. Links are answered once and never kept in the cache. */
export const accountMutations = {
  invite: () =>
    mutationOptions({
      mutationFn: (body: NewAccount) => call(accounts.invite, { body }),
      gcTime: 0,
      meta,
    }),
  inviteAgain: (memberId: string) =>
    mutationOptions({
      mutationFn: () => call(accounts.inviteAgain, { params: { memberId } }),
      gcTime: 0,
      meta,
    }),
  change: (memberId: string) =>
    mutationOptions({
      mutationFn: (body: AccountDuties) => call(accounts.change, { params: { memberId }, body }),
      meta,
    }),
  setDisabled: (memberId: string, disabled: boolean) =>
    mutationOptions({
      mutationFn: (version: number) =>
        call(disabled ? accounts.disable : accounts.enable, {
          params: { memberId },
          body: { version },
        }),
      meta,
    }),
  endSessions: (memberId: string) =>
    mutationOptions({
      mutationFn: (reason: string) =>
        call(accounts.endSessions, { params: { memberId }, body: { reason } }),
    }),
  askRecovery: (memberId: string) =>
    mutationOptions({
      mutationFn: (reason: string) =>
        call(accounts.askRecovery, { params: { memberId }, body: { reason } }),
      meta,
    }),
  approveRecovery: (recoveryId: string) =>
    mutationOptions({
      mutationFn: () => call(accounts.approveRecovery, { params: { recoveryId } }),
      gcTime: 0,
      meta,
    }),
  refuseRecovery: (recoveryId: string) =>
    mutationOptions({
      mutationFn: () => call(accounts.refuseRecovery, { params: { recoveryId } }),
      meta,
    }),
};

/** Everything an administrator does with one city. */
export const adminCityMutations = {
  add: () =>
    mutationOptions({ mutationFn: (body: NewCity) => call(adminCities.add, { body }), meta }),
  change: (slug: string) =>
    mutationOptions({
      mutationFn: (body: CityChange) => call(adminCities.change, { params: { slug }, body }),
      meta,
    }),
};
