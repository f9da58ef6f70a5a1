import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { ApiProblem } from './problems.ts';
import { failureText } from './failure-text.ts';

type Form<V extends FieldValues> = Pick<UseFormReturn<V>, 'setError' | 'getValues'>;

const pathOf = (pointer: string) =>
  pointer
    .replace(/^\/(body\/)?/, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

/**
 * Puts a refusal where the reader can act on it: beside the field it names, and what names no field of this form above
 * the button. Nothing typed is lost.
 */
export const showProblem =
  <V extends FieldValues>(form: Form<V>) =>
  (failure: Error): void => {
    const errors = failure instanceof ApiProblem ? (failure.details.errors ?? []) : [];
    const values = form.getValues();
    const homeless: string[] = [];
    for (const [index, { pointer, detail }] of errors.entries()) {
      const path = pathOf(pointer);
      const known = path !== '' && (path.split('.')[0] ?? '') in values;
      if (known) {
        form.setError(
          path as FieldPath<V>,
          { type: 'server', message: detail },
          { shouldFocus: index === 0 },
        );
      } else homeless.push(detail);
    }
    if (errors.length > 0 && homeless.length === 0) return;
    const { title, detail, requestId } = failureText(failure);
    const message = homeless.length > 0 ? homeless.join(' ') : (detail ?? title);
    form.setError('root', { type: requestId ?? 'server', message });
  };
