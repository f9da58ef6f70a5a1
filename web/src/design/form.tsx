import type { ReactNode, SyntheticEvent } from 'react';
import { Banner } from './banner.tsx';
import type { FieldFault } from './field-frame.tsx';

type Props = {
  /** What `form.handleSubmit(…)` gives. */
  readonly onSubmit: (event: SyntheticEvent) => Promise<unknown>;
  /** What concerns no single field: `form.formState.errors.root`. */
  readonly error?: FieldFault;
  readonly children: ReactNode;
  readonly className?: string;
};

/** A form in one column; its fields check themselves in words, so the browser's own bubbles are off. */
export function Form({ onSubmit, error, children, className = '' }: Props) {
  return (
    <form
      noValidate
      onSubmit={(event) => void onSubmit(event)}
      className={`grid max-w-2xl gap-4 ${className}`}
    >
      {children}
      {error && (
        <div className="-order-1">
          <Banner tone="bad" icon="alert" role="alert">
            {error.message}
          </Banner>
        </div>
      )}
    </form>
  );
}
