import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Mark } from '../app/mark.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { PasskeyEntrance } from './passkey-entrance.tsx';
import { SampleSignIns } from './sample-sign-ins.tsx';
import { sessionQueries } from './session-queries.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useEntrance } from './use-entrance.ts';
import { usePasswordSignIn } from './use-password-sign-in.ts';

const siteName = document.title;

/** A passkey, or e-mail, password and the authenticator's code in one step. A wrong one of the three is told in one same sentence. */
export function SignInPage() {
  const { t } = useLingui();
  const { data: welcome } = useQuery(sessionQueries.welcome());
  const enter = useEntrance();
  const { form, fillIn } = usePasswordSignIn('', enter);

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
          <PasskeyEntrance onEnter={enter} />
          <h2 className="mt-8 mb-4 border-t border-line pt-5 text-base">
            <Trans>Or with your password and the code of your authenticator</Trans>
          </h2>
          <SignInForm {...form} />
        </div>
        {welcome?.sampleData && (
          <SampleSignIns
            signIns={welcome.signIns}
            onUse={({ email, password, code }) => {
              fillIn({ email, password, code });
              document.querySelector<HTMLElement>('main form [type=submit]')?.focus();
            }}
          />
        )}
      </main>
    </div>
  );
}
