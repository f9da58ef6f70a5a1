import { passkeys, type PasskeyMade, type PasskeyUsed } from '@shelter-city/contract/passkeys';
import type { PasswordChange, SignIn, StepUp } from '@shelter-city/contract/credentials';
import { session, type SessionView } from '@shelter-city/contract/session';
import type { ColourTheme, Language } from '@shelter-city/contract/vocabulary';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { noteNewToken } from '../api/step-up.ts';
import { isSignedOut } from '../api/problems.ts';
import { isPaused } from './pause.ts';

type Preferences = {
  readonly language?: Language;
  readonly theme?: ColourTheme;
  readonly shortcuts?: boolean;
};

/** Everything the cache knows about one's own session. */
export const sessionQueries = {
  all: () => ['session'] as const,
  /** Who is signed in; null says nobody. */
  show: () =>
    queryOptions({
      queryKey: [...sessionQueries.all(), 'show'],
      staleTime: 5 * 60_000,
      queryFn: async ({ signal }): Promise<SessionView | null> => {
        try {
          return await call(session.show, { signal });
        } catch (failure) {
          if (isSignedOut(failure) && !isPaused()) return null;
          throw failure;
        }
      },
    }),
  list: () =>
    queryOptions({
      queryKey: [...sessionQueries.all(), 'list'],
      queryFn: ({ signal }) => call(session.list, { signal }),
    }),
  passkeys: () =>
    queryOptions({
      queryKey: [...sessionQueries.all(), 'passkeys'],
      queryFn: ({ signal }) => call(passkeys.list, { signal }),
    }),
  /** What the sign-in page may show. Sample codes change every half minute, and each works once. */
  welcome: () =>
    queryOptions({
      queryKey: [...sessionQueries.all(), 'welcome'],
      queryFn: ({ signal }) => call(session.welcome, { signal }),
      refetchInterval: ({ state }) => (state.data?.sampleData ? 10_000 : false),
      staleTime: 0,
    }),
};

/** Signing in and proving it again with a passkey: what the device is given, and what it gave. */
export const passkeyActs = {
  startOptions: () => call(passkeys.startOptions, {}),
  start: (body: PasskeyUsed) => call(passkeys.start, { body }),
  proofOptions: () => call(passkeys.proofOptions, {}),
  prove: (body: PasskeyUsed) => call(passkeys.prove, { body }),
  addOptions: () => call(passkeys.addOptions, {}),
};

/** Signs out, wherever the session lives. */
export const endOwnSession = () => call(session.end, {});

/** Everything one may do with one's own session. */
export const sessionMutations = {
  start: () => mutationOptions({ mutationFn: (body: SignIn) => call(session.start, { body }) }),
  prove: () => mutationOptions({ mutationFn: (body: StepUp) => call(session.prove, { body }) }),
  changePassword: () =>
    mutationOptions({
      mutationFn: async (body: PasswordChange) => {
        const renewed = await call(session.changePassword, { body });
        noteNewToken();
        return renewed;
      },
      meta: { invalidates: [sessionQueries.list().queryKey] },
    }),
  end: () => mutationOptions({ mutationFn: endOwnSession }),
  endOther: () =>
    mutationOptions({
      mutationFn: (sessionId: string) => call(session.endOther, { params: { sessionId } }),
      meta: { invalidates: [sessionQueries.list().queryKey] },
    }),
  addPasskey: () =>
    mutationOptions({
      mutationFn: (body: PasskeyMade) => call(passkeys.add, { body }),
      meta: { invalidates: [sessionQueries.all()] },
    }),
  renamePasskey: (passkeyId: string) =>
    mutationOptions({
      mutationFn: (name: string) =>
        call(passkeys.rename, { params: { passkeyId }, body: { name } }),
      meta: { invalidates: [sessionQueries.passkeys().queryKey] },
    }),
  removePasskey: (passkeyId: string) =>
    mutationOptions({
      mutationFn: () => call(passkeys.remove, { params: { passkeyId } }),
      meta: { invalidates: [sessionQueries.all()] },
    }),
  prefer: () =>
    mutationOptions({ mutationFn: (body: Preferences) => call(session.prefer, { body }) }),
};
