import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { newPassword, type LinkView } from '@shelter-city/contract/accounts';
import type { SessionView } from '@shelter-city/contract/session';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { showProblem } from '../api/show-problem.ts';
import { Button } from '../design/button.tsx';
import { Actions } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Card } from '../design/layout.tsx';
import { CodeField, NewPasswordField, WhosePassword } from '../session/credential-fields.tsx';
import { joiningActs } from './joining-queries.ts';
import { QrCode } from './qr-code.tsx';

type Props = {
  readonly token: string;
  readonly link: LinkView;
  readonly onEnter: (session: SessionView) => Promise<void>;
};

/** The other way in: a long password, and an authenticator that is shown its secret here. */
export function FirstPassword({ token, link, onEnter }: Props) {
  const { t } = useLingui();
  const form = useForm({
    resolver: standardSchemaResolver(newPassword),
    defaultValues: { password: '', code: '' },
  });
  const send = useMutation({
    ...joiningActs.usePassword(token),
    onError: showProblem(form),
    onSuccess: onEnter,
  });
  const { errors } = form.formState;
  return (
    <Card title={<Trans>With a password and an authenticator</Trans>}>
      <Form
        onSubmit={form.handleSubmit((value) => {
          send.mutate(value);
        })}
        error={errors.root}
      >
        <WhosePassword email={link.email} />
        <NewPasswordField error={errors.password} {...form.register('password')} />
        <div className="flex flex-wrap items-start gap-4">
          <QrCode text={link.totpAddress} label={t`QR code for your authenticator`} />
          <div className="min-w-0 grow basis-48 text-sm">
            <p className="text-muted">
              <Trans>Scan this with your authenticator app, or type the secret into it:</Trans>
            </p>
            <code className="mt-1 block font-mono text-xs break-all select-all">
              {link.totpSecret}
            </code>
          </div>
        </div>
        <CodeField error={errors.code} {...form.register('code')} />
        <Actions>
          <Button type="submit" isPending={send.isPending}>
            <Trans>Set the password and sign in</Trans>
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
