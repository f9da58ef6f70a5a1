import { lazy, Suspense, type ComponentProps } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';

const Picker = lazy(async () => ({ default: (await import('./date-picker.tsx')).DatePicker }));
const RangePicker = lazy(async () => ({
  default: (await import('./date-picker.tsx')).DateRangePicker,
}));

/** As tall as the field that is coming. */
const placeholder = <div className="skeleton h-15" />;

/** A calendar day by typing or by calendar; the value is `YYYY-MM-DD`, or empty. */
export function DateInput(props: ComponentProps<typeof Picker>) {
  return (
    <Suspense fallback={placeholder}>
      <Picker {...props} />
    </Suspense>
  );
}

/** Two calendar days, by typing or by drawing them in one calendar. */
export function DateRangeInput(props: ComponentProps<typeof RangePicker>) {
  return (
    <Suspense fallback={placeholder}>
      <RangePicker {...props} />
    </Suspense>
  );
}

type Bound<V extends FieldValues> = { readonly control: Control<V> };
type DateFieldProps<V extends FieldValues> = Bound<V> &
  Omit<ComponentProps<typeof Picker>, 'value' | 'onChange' | 'onBlur' | 'error'> & {
    readonly name: FieldPath<V>;
  };

/** A DateInput that is a field of a form. */
export function DateField<V extends FieldValues>({ control, name, ...props }: DateFieldProps<V>) {
  const { field, fieldState } = useController({ control, name });
  const value: unknown = field.value;
  return (
    <DateInput
      {...props}
      value={typeof value === 'string' ? value : ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      error={fieldState.error}
    />
  );
}

type DateRangeFieldProps<V extends FieldValues> = Bound<V> &
  Omit<ComponentProps<typeof RangePicker>, 'value' | 'onChange' | 'error'> & {
    readonly fromName: FieldPath<V>;
    readonly untilName: FieldPath<V>;
  };

/** A DateRangeInput whose two days are two fields of a form. */
export function DateRangeField<V extends FieldValues>({
  control,
  fromName,
  untilName,
  ...props
}: DateRangeFieldProps<V>) {
  const from = useController({ control, name: fromName });
  const until = useController({ control, name: untilName });
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return (
    <DateRangeInput
      {...props}
      value={{ from: text(from.field.value), until: text(until.field.value) }}
      onChange={(days) => {
        from.field.onChange(days.from);
        until.field.onChange(days.until);
      }}
      error={from.fieldState.error ?? until.fieldState.error}
    />
  );
}
