import { useId, type ComponentProps, type ReactNode } from 'react';
import { FieldError, type FieldFault } from './field-frame.tsx';
import type { Choice } from './select.tsx';

type CheckboxProps = Omit<ComponentProps<'input'>, 'className' | 'type'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: FieldFault;
};

/** Yes or no, beside its sentence; spread `form.register('name')` into it. */
export function Checkbox({ label, hint, error, ...input }: CheckboxProps) {
  const id = useId();
  return (
    <div className="grid gap-0.5">
      <label className="flex min-h-6 items-start gap-2">
        <input
          type="checkbox"
          aria-describedby={hint || error ? `${id}-more` : undefined}
          aria-invalid={Boolean(error)}
          {...input}
          className="mt-0.5 size-4 shrink-0"
        />
        <span>{label}</span>
      </label>
      <span id={`${id}-more`} className="ps-6 text-xs text-muted empty:hidden">
        {hint}
        <FieldError id={`${id}-error`} error={error} />
      </span>
    </div>
  );
}

type GroupProps = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: FieldFault;
  readonly choices: readonly (Choice & { readonly hint?: string })[];
  /** What `form.register('name')` gives; each input gets it. */
  readonly field: Omit<ComponentProps<'input'>, 'className' | 'type' | 'value'>;
  /** The chosen value, where no form keeps it. */
  readonly selected?: string;
  /** Beside each other where there is room; below each other otherwise. */
  readonly inline?: boolean;
};

function Group({
  kind,
  label,
  hint,
  error,
  choices,
  field,
  selected,
  inline,
}: GroupProps & { readonly kind: 'radio' | 'checkbox' }) {
  const id = useId();
  return (
    <fieldset aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-xs text-muted">
          {hint}
        </p>
      )}
      <div className={inline ? 'flex flex-wrap gap-x-5 gap-y-1.5' : 'grid gap-1.5'}>
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-h-6 items-start gap-2">
            <input
              {...field}
              type={kind}
              value={choice.value}
              {...(selected !== undefined && { checked: choice.value === selected })}
              className="mt-0.5 size-4 shrink-0"
            />
            <span>
              {choice.label}
              {choice.hint && <span className="block text-xs text-muted">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}

/** One of a few, all in sight. */
export function RadioGroup(props: GroupProps) {
  return <Group {...props} kind="radio" />;
}

/** Any of a few, all in sight; the form's value is an array. */
export function CheckboxGroup(props: GroupProps) {
  return <Group {...props} kind="checkbox" />;
}
