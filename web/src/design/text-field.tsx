import type { ComponentProps } from 'react';
import { FieldFrame, type FieldProps } from './field-frame.tsx';

type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'className'>;

/** One line of text; spread `form.register('name')` into it. */
export function TextField({ label, hint, error, optional, className, ...input }: TextFieldProps) {
  return (
    <FieldFrame {...{ label, hint, error, optional, className }}>
      {(wiring) => <input type="text" {...wiring} {...input} className="field-box" />}
    </FieldFrame>
  );
}

type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'className'>;

/** Several lines of text, growing with what is typed. */
export function TextArea({ label, hint, error, optional, className, ...area }: TextAreaProps) {
  return (
    <FieldFrame {...{ label, hint, error, optional, className }}>
      {(wiring) => (
        <textarea
          rows={3}
          {...wiring}
          {...area}
          className="field-box field-sizing-content min-h-20"
        />
      )}
    </FieldFrame>
  );
}
