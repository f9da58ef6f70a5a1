import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { signIn, type SignIn } from '@shelter-city/contract/session';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { showProblem } from '../api/show-problem.ts';
import { homeOf } from '../app/navigation.ts';
import { Mark } from '../app/mark.tsx';
import { Button } from '../design/button.tsx';
import { Form } from '../design/form.tsx';
import { TextField } from '../design/text-field.tsx';
import { readChoice } from '../design/choice-cookie.ts';
import { chosenTheme } from '../design/theme.ts';
import { currentLanguage } from '../messages/language.ts';
import { LanguageChoice } from './language-choice.tsx';
import { showLooksOf } from './looks.ts';
import { SampleSignIns } from './sample-sign-ins.tsx';
import { sessionMutations, sessionQueries } from './session-queries.ts';
import { pathBack } from './way-back.ts';

const noNames = { email: '', password: '', code: '' };

/** E-mail, password and the authenticator's code in one step. A wrong one of the three is told in one same sentence. */
export function SignInPage() {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<SignIn>({ resolver: standardSchemaResolver(signIn), defaultValues: noNames });
  const { data: welcome } = useQuery(sessionQueries.welcome());
  const prefer = useMutation(sessionMutations.prefer());
  const [showsPassword, setShowsPassword] = useState(false);
  const start = useMutation({
    ...sessionMutations.start(),
    onError: (failure) => {
      showProblem(form)(failure);
      // A code works once and for half a minute: what must be typed again is this alone.
      form.resetField('code');
      form.setFocus('code');
    },
    onSuccess: async (session) => {
      client.clear();
      client.setQueryData(sessionQueries.show().queryKey, session);
      await showLooksOf(session.account);
      if (readChoice('language') !== undefined && session.account.language !== currentLanguage()) {
        // What was chosen on this page is the reader's newest word; the account follows it, now or at the next choice.
        prefer.mutate({ language: currentLanguage(), theme: chosenTheme() });
      }
      await navigate(pathBack(location.href) ?? homeOf(session.account.role), { replace: true });
    },
  });
  const { errors } = form.formState;

  const siteTitle = t`Sign in`;
  useEffect(() => {
    document.title = `${siteTitle} · Shelter City`;
  }, [siteTitle]);

  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] bg-canvas">
      <header className="flex items-center justify-between gap-4 px-4 py-3 md:px-6">
        <Mark />
        <LanguageChoice />
      </header>
      <main className="grid content-start justify-items-center gap-8 px-4 pt-[min(8vh,5rem)] pb-12">
        <div className="w-full max-w-sm">
          <h1 tabIndex={-1} className="text-2xl">
            <Trans>Sign in</Trans>
          </h1>
          <p className="mt-1 mb-5 text-muted">
            <Trans>With your password and the code of your authenticator.</Trans>
          </p>
          <Form
            onSubmit={form.handleSubmit((values) => {
              start.mutate(values);
            })}
            error={errors.root}
          >
            <TextField
              label={t`E-mail`}
              type="email"
              autoComplete="username"
              error={errors.email}
              {...form.register('email')}
            />
            <div className="grid gap-1.5">
              <TextField
                label={t`Password`}
                type={showsPassword ? 'text' : 'password'}
                autoComplete="current-password"
                error={errors.password}
                {...form.register('password')}
              />
              <label className="flex items-center gap-2 text-sm text-muted">
                <input
                  type="checkbox"
                  className="size-4"
                  checked={showsPassword}
                  onChange={(event) => {
                    setShowsPassword(event.target.checked);
                  }}
                />
                <Trans>Show the password</Trans>
              </label>
            </div>
            <TextField
              label={t`Authenticator code`}
              hint={t`Six digits. Each code works once.`}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              error={errors.code && { message: t`Six digits.` }}
              {...form.register('code')}
            />
            <Button type="submit" variant="primary" isPending={start.isPending}>
              <Trans>Sign in</Trans>
            </Button>
          </Form>
        </div>
        {welcome?.sampleData && (
          <SampleSignIns
            signIns={welcome.signIns}
            onUse={({ email, password, code }) => {
              form.clearErrors();
              form.reset({ email, password, code });
              form.setFocus('code');
            }}
          />
        )}
      </main>
    </div>
  );
}
