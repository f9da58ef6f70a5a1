import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * Shows a page again where it was left, and a new one from its top. React-router's own keeps the addresses that were
 * visited in the browser's storage; here they stay in memory, and are gone when the frame is.
 */
export function ScrollMemory() {
  const { pathname } = useLocation();
  const left = useRef(new Map<string, number>());

  useEffect(() => {
    const setMode = (mode: ScrollRestoration) => {
      history.scrollRestoration = mode;
    };
    // A page that is loaded anew is put back by the browser itself.
    const giveBack = () => {
      setMode('auto');
    };
    setMode('manual');
    window.addEventListener('pagehide', giveBack);
    return () => {
      window.removeEventListener('pagehide', giveBack);
      giveBack();
    };
  }, []);

  useLayoutEffect(() => {
    const positions = left.current;
    const note = () => {
      positions.set(pathname, window.scrollY);
    };
    window.scrollTo(0, positions.get(pathname) ?? 0);
    window.addEventListener('scroll', note, { passive: true });
    return () => {
      window.removeEventListener('scroll', note);
    };
  }, [pathname]);

  return null;
}
