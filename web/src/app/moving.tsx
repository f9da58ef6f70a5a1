import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigation } from 'react-router';

/** Puts the focus on the new page's title after going somewhere, so that a screen reader says where one is. */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true });
  }, [pathname]);
}

/** A line at the top while the next page is being fetched; it waits a moment before it shows. */
export function PendingLine() {
  const isMoving = useNavigation().state !== 'idle';
  return (
    <div className="sticky top-0 z-30 h-0 print:hidden" role="status">
      {isMoving && (
        <>
          <span className="sr-only">
            <Trans>Loading</Trans>
          </span>
          <span className="moving-line block h-0.5 bg-accent-ink" />
        </>
      )}
    </div>
  );
}
