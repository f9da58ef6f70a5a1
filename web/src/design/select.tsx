import type { ComponentProps } from 'react';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import { Icon } from './icon.tsx';

/** One thing to choose, with the word that stands for it. */
export type Choice<V extends string = string> = { readonly value: V; readonly label: string };

type Props = FieldProps &
  Omit<ComponentProps<'select'>, 'className' | 'children'> & {
    readonly choices: readonly Choice[];
    /** The first, empty line, such as "Choose a city". */
    readonly placeholder?: string | undefined;
  };

/** One of a few: the browser's own list, the quickest on a phone and by keyboard. Over about twenty, use ComboBox. */
export function Select({
  label,
  hint,
  error,
  optional,
  className,
  choices,
  placeholder,
  ...select
}: Props) {
  return (
    <FieldFrame {...{ label, hint, error, optional, className }}>
      {(wiring) => <SelectBox {...wiring} {...select} {...{ choices, placeholder }} />}
    </FieldFrame>
  );
}

type BoxProps = Omit<ComponentProps<'select'>, 'className' | 'children'> & {
  readonly choices: readonly Choice[];
  readonly placeholder?: string | undefined;
};

/** The list alone, for a filter bar; give it an `aria-label`. */
export function SelectBox({ choices, placeholder, ...select }: BoxProps) {
  return (
    <span className="relative grid">
      <select {...select} className="field-box appearance-none pe-8">
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute inset-e-2.5 top-1/2 size-3.5 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
