import { Trans, useLingui } from '@lingui/react/macro';
import { stepUp } from '@shelter-city/contract/credentials';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { showProblem } from '../api/show-problem.ts';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { TextField } from '../design/text-field.tsx';
import { CodeField, WhosePassword } from './credential-fields.tsx';
import { useSession } from './own-session.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { passkeyActs, sessionMutations, sessionQueries } from './session-queries.ts';

type Props = { readonly onAnswer: (proved: boolean) => void };

/** Asks the reader to show again that it is them. What they were doing waits underneath, as it was. */
export function StepUpDialog({ onAnswer }: Props) {
  const { t } = useLingui();
  const { waysIn } = useSession();
  return (
    <Dialog
      isOpen
      onClose={() => {
        onAnswer(false);
      }}
      title={t`Is it still you?`}
      lead={t`This needs a sign-in of the last ten minutes. What you were doing goes on afterwards.`}
      role="alertdialog"
    >
      {waysIn.passkeys > 0 && (
        <PasskeyButton
          variant="primary"
          options={passkeyActs.proofOptions}
          send={passkeyActs.prove}
          onDone={() => {
            onAnswer(true);
          }}
        >
          <Trans>Use a passkey</Trans>
        </PasskeyButton>
      )}
      {waysIn.password && <PasswordProof onAnswer={onAnswer} />}
    </Dialog>
  );
}

/** By password and code. */
function PasswordProof({ onAnswer }: Props) {
  const { t } = useLingui();
  const { account, sampleData } = useSession();
  const form = useForm({
    resolver: standardSchemaResolver(stepUp),
    defaultValues: { password: '', code: '' },
  });
  const showIn = showProblem(form);
  const prove = useMutation({
    ...sessionMutations.prove(),
    onError: (failure) => {
      showIn(failure);
      // A code works once: what must be typed again is this alone.
      form.setValue('code', '');
    },
    onSuccess: () => {
      onAnswer(true);
    },
  });
  const { errors } = form.formState;
  return (
    <Form
      onSubmit={form.handleSubmit((value) => {
        prove.mutate(value);
      })}
      error={errors.root}
    >
      <WhosePassword email={account.email} />
      <TextField
        label={t`Password`}
        type="password"
        autoComplete="current-password"
        error={errors.password}
        {...form.register('password')}
      />
      <CodeField error={errors.code} {...form.register('code')} />
      {sampleData && <SampleProof email={account.email} onUse={form.reset} />}
      <Actions>
        <Button
          onPress={() => {
            onAnswer(false);
          }}
        >
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" variant="primary" isPending={prove.isPending}>
          <Trans>It is me</Trans>
        </Button>
      </Actions>
    </Form>
  );
}

/** Sample people have no device of their own: what they would type is fetched, where the data is sample data. */
function SampleProof({
  email,
  onUse,
}: {
  readonly email: string;
  readonly onUse: (proof: { readonly password: string; readonly code: string }) => void;
}) {
  const client = useQueryClient();
  const fill = useMutation({
    mutationFn: () => client.query({ ...sessionQueries.welcome(), staleTime: 0 }),
    onSuccess: ({ signIns }) => {
      const mine = signIns.find((one) => one.email === email);
      if (mine) onUse({ password: mine.password, code: mine.code });
    },
  });
  return (
    <Button
      size="sm"
      className="justify-self-start"
      isPending={fill.isPending}
      onPress={() => {
        fill.mutate();
      }}
    >
      <Trans>Fill in the sample password and code</Trans>
    </Button>
  );
}
