import { ErrorState } from '../design/states.tsx';
import { failureText } from './failure-text.ts';

type Props = { readonly error: unknown; readonly onRetry?: (() => void) | undefined };

/** A failed read in the place of what it should have shown. */
export function Failure({ error, onRetry }: Props) {
  return <ErrorState {...failureText(error)} onRetry={onRetry} />;
}
