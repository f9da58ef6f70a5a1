import { lazy, Suspense, useEffect, useState } from 'react';
import { askForProofsWith } from '../api/step-up.ts';

const StepUpDialog = lazy(async () => ({
  default: (await import('./step-up-dialog.tsx')).StepUpDialog,
}));

type Asking = { readonly answer: (proved: boolean) => void };

/** Waits for a call that needs a proof of who is there, and then opens the one dialog for it over whatever is open. */
export function StepUpGate() {
  const [asking, setAsking] = useState<Asking>();
  useEffect(
    () =>
      askForProofsWith(
        () =>
          new Promise((answer) => {
            setAsking({ answer });
          }),
      ),
    [],
  );
  // Whoever waits is answered too when the session ends meanwhile.
  useEffect(() => () => asking?.answer(false), [asking]);
  if (!asking) return null;
  return (
    <Suspense fallback={null}>
      <StepUpDialog
        onAnswer={(proved) => {
          asking.answer(proved);
          setAsking(undefined);
        }}
      />
    </Suspense>
  );
}
