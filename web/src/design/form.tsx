import type { ReactNode, SyntheticEvent } from 'react';
import { Banner } from './banner.tsx';
import type { FieldFault } from './field-frame.tsx';

type Props = {
  /** What `form.handleSubmit(…)` gives. */
  readonly onSubmit: (event: SyntheticEvent) => Promise<unknown>;
  /** What concerns no single field: `form.formState.errors.root`. */
  readonly error?: FieldFault;
  readonly children: ReactNode;
  /** As wide as its sheet; otherwise no wider than reads well. */
  readonly isWide?: boolean;
};

/** A form in one column; its fields check themselves in words, so the browser's own bubbles are off. */
export function Form({ onSubmit, error, children, isWide = false }: Props) {
  return (
    <form
      noValidate
      onSubmit={(event) => void onSubmit(event)}
      className={`grid gap-4 ${isWide ? 'max-w-4xl' : 'max-w-2xl'}`}
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
