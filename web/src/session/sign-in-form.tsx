import { Trans, useLingui } from '@lingui/react/macro';
import type { SignIn } from '@shelter-city/contract/credentials';
import { useRef, useState, type RefObject } from 'react';
import { failureWords } from '../api/failure-text.ts';
import { Button } from '../design/button.tsx';
import { Form } from '../design/form.tsx';
import { TextField } from '../design/text-field.tsx';
import { CodeField, PasswordField } from './credential-fields.tsx';

type Props = {
  readonly value: SignIn;
  readonly onChange: (value: SignIn) => void;
  readonly onSubmit: (value: SignIn) => void;
  readonly isPending: boolean;
  readonly failure: Error | null;
};

type Faults = Partial<Record<keyof SignIn, string>>;

/**
 * E-mail, password and code. It keeps its own state instead of a form library's and the contract's schema, so that the
 * first page that anyone loads carries neither; the API checks the same again.
 */
export function SignInForm({ value, onChange, onSubmit, isPending, failure }: Props) {
  const { t } = useLingui();
  const [faults, setFaults] = useState<Faults>({});
  const fields = useRef<HTMLDivElement>(null);

  const faultsOf = ({ email, password, code }: SignIn): Faults => ({
    ...(!/^\S+@\S+$/.test(email.trim()) && {
      email: t`Write an e-mail address, such as name@example.org.`,
    }),
    ...(password === '' && { password: t`Fill this in.` }),
    ...(!/^\d{6}$/.test(code.trim()) && { code: t`The code has six digits.` }),
  });
  const submit = () => {
    const found = faultsOf(value);
    setFaults(found);
    const [first] = Object.keys(found);
    if (first === undefined)
      onSubmit({ ...value, email: value.email.trim(), code: value.code.trim() });
    else focusOn(fields, first);
    return Promise.resolve();
  };
  const field = (name: keyof SignIn) => ({
    name,
    value: value[name],
    error: faults[name] === undefined ? undefined : { message: faults[name] },
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setFaults(({ [name]: _mended, ...others }) => others);
      onChange({ ...value, [name]: event.target.value });
    },
  });

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        return submit();
      }}
      error={failure ? { message: failureWords(failure) } : undefined}
    >
      <div ref={fields} className="grid gap-4">
        <TextField label={t`E-mail`} type="email" autoComplete="username webauthn" {...field('email')} />
        <PasswordField
          label={t`Password`}
          autoComplete="current-password"
          {...field('password')}
        />
        <CodeField {...field('code')} />
      </div>
      <Button type="submit" isPending={isPending}>
        <Trans>Sign in</Trans>
      </Button>
    </Form>
  );
}

function focusOn(fields: RefObject<HTMLDivElement | null>, name: string): void {
  fields.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.focus();
}
