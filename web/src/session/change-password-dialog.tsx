import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { passwordChange } from '@shelter-city/contract/credentials';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { showProblem } from '../api/show-problem.ts';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { showToast } from '../design/toast.tsx';
import { NewPasswordField, PasswordField, WhosePassword } from './credential-fields.tsx';
import { useAccount } from './own-session.ts';
import { sessionMutations } from './session-queries.ts';

/** Puts another password in place of the own one. */
export function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const { email } = useAccount();
  const form = useForm({
    resolver: standardSchemaResolver(passwordChange),
    defaultValues: { password: '', newPassword: '' },
  });
  const change = useMutation({
    ...sessionMutations.changePassword(),
    onError: showProblem(form),
    onSuccess: () => {
      showToast({ text: t`The password was changed.` });
      onClose();
    },
  });
  const { errors } = form.formState;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Change the password`}
      lead={t`Everywhere else you are signed out. Your authenticator stays as it is.`}
    >
      <Form
        onSubmit={form.handleSubmit((value) => {
          change.mutate(value);
        })}
        error={errors.root}
      >
        <WhosePassword email={email} />
        <PasswordField
          label={t`Password of now`}
          autoComplete="current-password"
          error={errors.password}
          {...form.register('password')}
        />
        <NewPasswordField error={errors.newPassword} {...form.register('newPassword')} />
        <Actions>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" variant="primary" isPending={change.isPending}>
            <Trans>Change the password</Trans>
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
