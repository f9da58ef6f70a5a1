import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { endSession } from '../session/end-session.ts';

const signsOfLife = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Empties the cache when nobody has touched the page for as long as the session may idle, and when the page is hidden
 * for good. Asking for the session again then shows the sign-in page, since the server has ended it too.
 */
export function useIdleEnd(idleMinutes: number): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      endSession(client);
    };
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(end, idleMinutes * 60_000);
    };
    const leave = () => {
      client.clear();
    };
    // A page that comes back from the browser's own cache would show what was just emptied.
    const comeBack = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload();
    };
    restart();
    for (const sign of signsOfLife) window.addEventListener(sign, restart, { passive: true });
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', comeBack);
    return () => {
      clearTimeout(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, restart);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', comeBack);
    };
  }, [client, idleMinutes]);
}
