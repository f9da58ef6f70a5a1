import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { TextField } from '../design/text-field.tsx';

type FieldProps = ComponentProps<typeof TextField>;

/** Whose password it is, for the browser's own list of them. */
export function WhosePassword({ email }: { readonly email: string }) {
  return <input hidden readOnly autoComplete="username" value={email} />;
}

/** A password, which the reader may look at while typing. */
export function PasswordField({
  showLabel = <Trans>Show the password</Trans>,
  ...field
}: FieldProps & { readonly showLabel?: ReactNode }) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="grid gap-1.5">
      <TextField {...field} type={isShown ? 'text' : 'password'} />
      <label className="flex items-center gap-2 text-sm text-muted">
        <input
          type="checkbox"
          className="size-4"
          checked={isShown}
          onChange={(event) => {
            setShown(event.target.checked);
          }}
        />
        {showLabel}
      </label>
    </div>
  );
}

/** A password that somebody chooses. */
export function NewPasswordField(field: Omit<FieldProps, 'label'>) {
  const { t } = useLingui();
  return (
    <PasswordField
      {...field}
      label={t`New password`}
      hint={t`At least 15 characters, of any kind. A few words that have nothing to do with each other are easy to keep and hard to guess.`}
      autoComplete="new-password"
      showLabel={<Trans>Show the new password</Trans>}
    />
  );
}

/** The authenticator's six digits. */
export function CodeField(field: Omit<FieldProps, 'label'>) {
  const { t } = useLingui();
  return (
    <TextField
      {...field}
      label={t`Authenticator code`}
      hint={t`Six digits. Each code works once.`}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
    />
  );
}
