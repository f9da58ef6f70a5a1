import { useSuspenseQuery } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/react-router/v8';
import { useState } from 'react';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { ToastRegion } from '../design/toast.tsx';
import { sessionQueries } from '../session/session-queries.ts';
import { signInPath } from '../session/way-back.ts';
import { FrameBanners } from './frame-banners.tsx';
import { CommandPaletteGate } from './command-palette-gate.tsx';
import { LockSheet, useLock } from './lock.tsx';
import { PendingLine, useFocusOnNavigation } from './moving.tsx';
import { PhoneBars } from './phone-bars.tsx';
import { Sidebar } from './sidebar.tsx';
import { useIdleEnd } from './use-idle-end.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { SkipLink } from './skip-link.tsx';

/** What stands around every page: navigation, banners, palette, lock, messages. Nobody signed in, nothing shown. */
export function Frame() {
  const { data: session } = useSuspenseQuery(sessionQueries.show());
  const { pathname, search } = useLocation();
  if (session === null) return <Navigate to={signInPath(`${pathname}${search}`)} replace />;
  return <SignedInFrame idleMinutes={session.idleMinutes} />;
}

function SignedInFrame({ idleMinutes }: { readonly idleMinutes: number }) {
  const [paletteIsOpen, setPaletteOpen] = useState(false);
  const lock = useLock();
  useFocusOnNavigation();
  useIdleEnd(idleMinutes);
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
    <NuqsAdapter>
      <SkipLink />
      <div className="grid min-h-dvh grid-cols-1 max-md:grid-rows-[auto_1fr] md:grid-cols-[14rem_minmax(0,1fr)]">
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
      <ToastRegion />
      <CommandPaletteGate isOpen={paletteIsOpen} onOpenChange={setPaletteOpen} />
      <LockSheet {...lock} />
      <ScrollRestoration getKey={({ pathname }) => pathname} />
    </NuqsAdapter>
  );
}
