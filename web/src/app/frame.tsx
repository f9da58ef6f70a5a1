import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { OwnSession } from '../session/own-session.ts';
import { sessionQueries } from '../session/session-queries.ts';
import { StepUpGate } from '../session/step-up-gate.tsx';
import { signInPath } from '../session/way-back.ts';
import { FrameBanners } from './frame-banners.tsx';
import { CommandPaletteGate } from './command-palette-gate.tsx';
import { IdleGate } from './idle-gate.tsx';
import { LockSheet, useLock } from './lock.tsx';
import { PendingLine, useFocusOnNavigation } from './moving.tsx';
import { PhoneBars } from './phone-bars.tsx';
import { ScrollMemory } from './scroll-memory.tsx';
import { Sidebar } from './sidebar.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { SkipLink } from './skip-link.tsx';

const ToastRegion = lazy(async () => ({
  default: (await import('../design/toast-region.tsx')).ToastRegion,
}));

/** What stands around every page: navigation, banners, palette, lock, messages. Nobody signed in, nothing shown. */
export function Frame() {
  const { data: session } = useSuspenseQuery(sessionQueries.show());
  const { pathname, search } = useLocation();
  if (session === null) return <Navigate to={signInPath(`${pathname}${search}`)} replace />;
  return (
    <OwnSession value={session}>
      <SignedInFrame idleMinutes={session.idleMinutes} />
    </OwnSession>
  );
}

function SignedInFrame({ idleMinutes }: { readonly idleMinutes: number }) {
  const [paletteIsOpen, setPaletteOpen] = useState(false);
  const lock = useLock();
  useFocusOnNavigation();
  useShortcuts({
    onPalette: () => {
      setPaletteOpen(true);
    },
    onLock: lock.lock,
  });
  const openPalette = () => {
    setPaletteOpen(true);
  };
  return (
    <>
      <SkipLink />
      <div className="grid min-h-dvh grid-cols-1 print:block max-md:grid-rows-[auto_1fr] md:grid-cols-[14rem_minmax(0,1fr)]">
        <Sidebar onSearch={openPalette} onLock={lock.lock} />
        <PhoneBars onSearch={openPalette} onLock={lock.lock} />
        <div className="flex min-w-0 flex-col max-md:pb-16 print:pb-0">
          <FrameBanners />
          <PendingLine />
          <main id="content" className="min-w-0 grow">
            <Outlet />
          </main>
        </div>
      </div>
      <Suspense fallback={null}>
        <ToastRegion />
      </Suspense>
      <CommandPaletteGate isOpen={paletteIsOpen} onOpenChange={setPaletteOpen} />
      <StepUpGate />
      <IdleGate idleMinutes={idleMinutes} />
      <LockSheet {...lock} />
      <ScrollMemory />
    </>
  );
}
