import { lazy, Suspense } from 'react';
import { useIdle } from './use-idle.ts';

const IdleWarning = lazy(async () => ({
  default: (await import('./idle-warning.tsx')).IdleWarning,
}));
const SignInAgain = lazy(async () => ({
  default: (await import('./sign-in-again.tsx')).SignInAgain,
}));

/** Asks shortly before an idle session ends, and afterwards waits for its reader over the page. */
export function IdleGate({ idleMinutes }: { readonly idleMinutes: number }) {
  const { phase, stay } = useIdle(idleMinutes);
  if (phase === 'live') return null;
  return (
    <Suspense fallback={null}>
      {phase === 'warned' ? <IdleWarning onStay={stay} /> : <SignInAgain onBack={stay} />}
    </Suspense>
  );
}
