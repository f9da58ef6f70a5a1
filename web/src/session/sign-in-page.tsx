import { Trans, useLingui } from '@lingui/react/macro';
import type { SignIn } from '@shelter-city/contract/credentials';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Mark } from '../app/mark.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { SampleSignIns } from './sample-sign-ins.tsx';
import { passkeyActs, sessionMutations, sessionQueries } from './session-queries.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useEntrance } from './use-entrance.ts';

const siteName = document.title;

/** E-mail, password and the authenticator's code in one step. A wrong one of the three is told in one same sentence. */
export function SignInPage() {
  const { t } = useLingui();
  const [value, setValue] = useState<SignIn>({ email: '', password: '', code: '' });
  const { data: welcome } = useQuery(sessionQueries.welcome());
  const enter = useEntrance();
  const start = useMutation({
    ...sessionMutations.start(),
    onError: () => {
      // A code works once: what must be typed again is this alone.
      setValue((typed) => ({ ...typed, code: '' }));
    },
    onSuccess: enter,
  });

  const title = t`Sign in`;
  useEffect(() => {
    document.title = siteName ? `${title} · ${siteName}` : title;
  }, [title]);

  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr]">
      <header className="flex items-center justify-between gap-4 px-4 py-3 md:px-6">
        <Mark />
        <LanguageChoice />
      </header>
      <main className="flex flex-wrap content-start items-start justify-center gap-x-20 gap-y-10 px-4 pt-[min(8vh,5rem)] pb-12">
        <div className="w-full max-w-sm">
          <h1 tabIndex={-1} className="text-2xl">
            {title}
          </h1>
          <p className="mt-1 mb-5 text-muted">
            <Trans>With a passkey of this device or of a security key.</Trans>
          </p>
          <PasskeyButton
            variant="primary"
            options={passkeyActs.startOptions}
            send={passkeyActs.start}
            onDone={enter}
          >
            <Trans>Use a passkey</Trans>
          </PasskeyButton>
          <h2 className="mt-8 mb-4 border-t border-line pt-5 text-base">
            <Trans>Or with your password and the code of your authenticator</Trans>
          </h2>
          <SignInForm
            value={value}
            onChange={setValue}
            onSubmit={start.mutate}
            isPending={start.isPending}
            failure={start.error}
          />
        </div>
        {welcome?.sampleData && (
          <SampleSignIns
            signIns={welcome.signIns}
            onUse={({ email, password, code }) => {
              setValue({ email, password, code });
              start.reset();
              document.querySelector<HTMLElement>('main form [type=submit]')?.focus();
            }}
          />
        )}
      </main>
    </div>
  );
}
