import { accountLinks } from '@shelter-city/contract/accounts';
import type { PasskeyMade } from '@shelter-city/contract/passkeys';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

type Password = { readonly password: string; readonly code: string };

/** What the holder of a link does. The token is in no key and no address: it travels in bodies alone. */
export const joiningActs = {
  look: (token: string) =>
    queryOptions({
      queryKey: ['account-link'],
      queryFn: ({ signal }) => call(accountLinks.look, { body: { token }, signal }),
      staleTime: Infinity,
      gcTime: 0,
      retry: false,
    }),
  passkeyOptions: (token: string) => call(accountLinks.passkeyOptions, { body: { token } }),
  usePasskey: (token: string) =>
    mutationOptions({
      mutationFn: (passkey: PasskeyMade) =>
        call(accountLinks.usePasskey, { body: { token, passkey } }),
    }),
  usePassword: (token: string) =>
    mutationOptions({
      mutationFn: (password: Password) =>
        call(accountLinks.usePassword, { body: { token, ...password } }),
    }),
};
