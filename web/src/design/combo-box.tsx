import { lazy, Suspense, type ComponentProps } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';

const Box = lazy(async () => ({ default: (await import('./combo-box-input.tsx')).ComboBoxInput }));

/** One of many, found by typing: countries, languages, people by code name. */
export function ComboBox(props: ComponentProps<typeof Box>) {
  return (
    <Suspense fallback={<div className="skeleton h-15" />}>
      <Box {...props} />
    </Suspense>
  );
}

type FieldProps<V extends FieldValues> = Omit<
  ComponentProps<typeof Box>,
  'value' | 'onChange' | 'error'
> & {
  readonly control: Control<V>;
  readonly name: FieldPath<V>;
};

/** A ComboBox that is a field of a form; the form's value is the choice's value, or empty. */
export function ComboBoxField<V extends FieldValues>({ control, name, ...props }: FieldProps<V>) {
  const { field, fieldState } = useController({ control, name });
  const value: unknown = field.value;
  return (
    <ComboBox
      {...props}
      value={typeof value === 'string' ? value : ''}
      onChange={field.onChange}
      error={fieldState.error}
    />
  );
}
