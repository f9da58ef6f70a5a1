import { Trans } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';

/** What a field shows beside its input: an error as react-hook-form keeps it. */
export type FieldFault = { readonly message?: string | undefined } | undefined;

/** What every field of a form takes. */
export type FieldProps = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: FieldFault;
  /** Says "optional" beside the label; what isn't marked so is needed. */
  readonly optional?: boolean | undefined;
  readonly className?: string | undefined;
};

type Wiring = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
};

type Props = FieldProps & {
  readonly children: (wiring: Wiring) => ReactNode;
};

/** The label above, the hint and the error below, and the wiring that ties them to the input for a screen reader. */
export function FieldFrame({ label, hint, error, optional, className = '', children }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={`grid content-start gap-1 ${className}`}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {optional && (
          <span className="ms-1 font-normal text-muted">
            <Trans>optional</Trans>
          </span>
        )}
      </label>
      {children({ id, 'aria-invalid': Boolean(error), 'aria-describedby': described || undefined })}
      {hint && (
        <span id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </span>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

/** The sentence under a field that can't be accepted. */
export function FieldError({ id, error }: { readonly id: string; readonly error: FieldFault }) {
  if (!error) return null;
  return (
    <span id={id} className="text-xs font-medium text-bad">
      {error.message}
    </span>
  );
}
