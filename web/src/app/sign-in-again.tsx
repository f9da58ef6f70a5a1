import { Trans } from '@lingui/react/macro';
import type { SignIn } from '@shelter-city/contract/credentials';
import type { SessionView } from '@shelter-city/contract/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../design/button.tsx';
import { endSession } from '../session/end-session.ts';
import { useAccount } from '../session/own-session.ts';
import { PasskeyButton } from '../session/passkey-button.tsx';
import { passkeyActs, sessionMutations, sessionQueries } from '../session/session-queries.ts';
import { SignInForm } from '../session/sign-in-form.tsx';
import { useBlankPage } from './use-blank-page.ts';

/** All that is in sight once an idle session has ended: signing in again brings the page back as it was left. */
export function SignInAgain({ onBack }: { readonly onBack: () => void }) {
  const client = useQueryClient();
  const { id, email } = useAccount();
  const [value, setValue] = useState<SignIn>({ email, password: '', code: '' });
  useBlankPage(true);
  const enter = (session: SessionView) => {
    // Somebody else sees nothing of what was here.
    if (session.account.id !== id) endSession(client);
    client.setQueryData(sessionQueries.show().queryKey, session);
    onBack();
  };
  const start = useMutation({
    ...sessionMutations.start(),
    onError: () => {
      setValue((typed) => ({ ...typed, code: '' }));
    },
    onSuccess: enter,
  });
  return createPortal(
    <main data-lock className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-5 p-6">
      <div>
        <h1 className="text-xl">
          <Trans>Your session has ended</Trans>
        </h1>
        <p className="mt-1 text-muted">
          <Trans>
            Sign in again to go on where you were. What you typed is kept for half an hour.
          </Trans>
        </p>
      </div>
      <PasskeyButton
        variant="primary"
        options={passkeyActs.startOptions}
        send={passkeyActs.start}
        onDone={enter}
      >
        <Trans>Use a passkey</Trans>
      </PasskeyButton>
      <SignInForm
        value={value}
        onChange={setValue}
        onSubmit={start.mutate}
        isPending={start.isPending}
        failure={start.error}
      />
      <Button
        variant="quiet"
        onPress={() => {
          endSession(client);
        }}
      >
        <Trans>Leave it and forget what was typed</Trans>
      </Button>
    </main>,
    document.body,
  );
}
