import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { passkeyName } from '@shelter-city/contract/credentials';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '../design/button.tsx';
import { Actions } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { TextField } from '../design/text-field.tsx';

type Props = {
  readonly name: string;
  readonly action: ReactNode;
  /** Does it; answers in words what went wrong, or nothing. */
  readonly onName: (name: string) => Promise<string | undefined>;
  /** Absent where there is nothing to close. */
  readonly onClose?: () => void;
};

/** Asks for the reader's own word for a passkey. */
export function PasskeyNameForm({ name, action, onName, onClose }: Props) {
  const { t } = useLingui();
  const form = useForm({
    resolver: standardSchemaResolver(passkeyName),
    defaultValues: { name },
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <Form
      onSubmit={form.handleSubmit(async (value) => {
        const fault = await onName(value.name);
        if (fault !== undefined) form.setError('root', { message: fault });
      })}
      error={errors.root}
    >
      <TextField
        label={t`Name of the passkey`}
        hint={t`Such as “Laptop at work” or “Blue security key”.`}
        autoComplete="off"
        maxLength={60}
        error={errors.name}
        {...form.register('name')}
      />
      <Actions>
        {onClose && (
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        )}
        <Button type="submit" variant="primary" isPending={isSubmitting}>
          {action}
        </Button>
      </Actions>
    </Form>
  );
}
