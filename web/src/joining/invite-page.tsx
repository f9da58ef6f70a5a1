import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Failure } from '../api/failure.tsx';
import { Mark } from '../app/mark.tsx';
import { EmptyState, Skeleton } from '../design/states.tsx';
import { LanguageChoice } from '../session/language-choice.tsx';
import { useEntrance } from '../session/use-entrance.ts';
import { FirstPasskey } from './first-passkey.tsx';
import { FirstPassword } from './first-password.tsx';
import { joiningActs } from './joining-queries.ts';

/** Where a link that was handed over leads: a way into the account is set, and its holder is in. */
export function InvitePage() {
  const { t } = useLingui();
  // What stands behind the # is never sent anywhere by the browser; it leaves the address and the history at once.
  const [token] = useState(() => location.hash.slice(1));
  useEffect(() => {
    history.replaceState(history.state, '', '/invite');
  }, []);
  const title = t`Your account`;
  useEffect(() => {
    document.title = `${title} · Shelter City`;
  }, [title]);
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr]">
      <header className="flex items-center justify-between gap-4 px-4 py-3 md:px-6">
        <Mark />
        <LanguageChoice />
      </header>
      <main className="mx-auto w-full max-w-xl px-4 pt-[min(6vh,4rem)] pb-12">
        <h1 tabIndex={-1} className="text-2xl">
          {title}
        </h1>
        {token === '' ? <NoLink /> : <OpenedLink token={token} />}
      </main>
    </div>
  );
}

function NoLink() {
  return (
    <EmptyState icon="lock" title={<Trans>Open the link again</Trans>}>
      <Trans>
        For your safety the link does not stay in the address. Open it again from where you were
        given it.
      </Trans>
    </EmptyState>
  );
}

function OpenedLink({ token }: { readonly token: string }) {
  const { data, error } = useQuery(joiningActs.look(token));
  const enter = useEntrance();
  if (error) return <Failure error={error} />;
  if (!data) return <Skeleton lines={4} className="h-9" />;
  return (
    <>
      <p className="mt-1 mb-6 text-muted">
        {data.purpose === 'INVITE' ? (
          <Trans>
            Welcome, {data.displayName}. Choose how you will sign in as {data.email}; you can add
            other ways later.
          </Trans>
        ) : (
          <Trans>
            Welcome back, {data.displayName}. Choose how you will sign in as {data.email}. What
            opened your account before opens it no more, and every session of before ends.
          </Trans>
        )}
      </p>
      <div className="grid gap-5">
        <FirstPasskey token={token} onEnter={enter} />
        <FirstPassword token={token} link={data} onEnter={enter} />
      </div>
    </>
  );
}
