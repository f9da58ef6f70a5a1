import type { SignIn } from '@shelter-city/contract/credentials';
import type { SessionView } from '@shelter-city/contract/session';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionMutations } from './session-queries.ts';

/** What the form for password and code is given, and a way to fill it in. */
export function usePasswordSignIn(email: string, onEnter: (session: SessionView) => unknown) {
  const [value, setValue] = useState<SignIn>({ email, password: '', code: '' });
  const start = useMutation({
    ...sessionMutations.start(),
    onError: () => {
      // A code works once: what must be typed again is this alone.
      setValue((typed) => ({ ...typed, code: '' }));
    },
    onSuccess: onEnter,
  });
  return {
    form: {
      value,
      onChange: setValue,
      onSubmit: start.mutate,
      isPending: start.isPending,
      failure: start.error,
    },
    fillIn: (typed: SignIn) => {
      setValue(typed);
      start.reset();
    },
  };
}
