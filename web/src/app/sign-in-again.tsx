import { Trans } from '@lingui/react/macro';
import type { SessionView } from '@shelter-city/contract/session';
import { useQueryClient } from '@tanstack/react-query';
import { createPortal } from 'react-dom';
import { Button } from '../design/button.tsx';
import { endSession } from '../session/end-session.ts';
import { useAccount } from '../session/own-session.ts';
import { PasskeyEntrance } from '../session/passkey-entrance.tsx';
import { sessionQueries } from '../session/session-queries.ts';
import { SignInForm } from '../session/sign-in-form.tsx';
import { usePasswordSignIn } from '../session/use-password-sign-in.ts';
import { useBlankPage } from './use-blank-page.ts';

/** All that is in sight once an idle session has ended: signing in again brings the page back as it was left. */
export function SignInAgain({ onBack }: { readonly onBack: () => void }) {
  const client = useQueryClient();
  const { id, email } = useAccount();
  useBlankPage(true);
  const enter = (session: SessionView) => {
    // Somebody else sees nothing of what was here.
    if (session.account.id !== id) endSession(client);
    client.setQueryData(sessionQueries.show().queryKey, session);
    onBack();
  };
  const { form } = usePasswordSignIn(email, enter);
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
      <PasskeyEntrance onEnter={enter} />
      <SignInForm {...form} />
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
