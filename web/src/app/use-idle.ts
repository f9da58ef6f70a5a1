import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { endSession } from '../session/end-session.ts';
import { setPaused } from '../session/pause.ts';
import { sessionQueries } from '../session/session-queries.ts';

const signsOfLife = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const minute = 60_000;
/** How long before the end the reader is asked. */
export const warnedMinutes = 2;
/** How often somebody who types and asks nothing tells the server that they are there. */
const pulseMinutes = 4;
/** How long what was typed waits, out of sight, for its reader to sign in again. */
export const keptMinutes = 30;

/** `live` while somebody is there, `warned` shortly before the end, `over` when the session has ended by itself. */
type Phase = 'live' | 'warned' | 'over';
type Idle = {
  readonly phase: Phase;
  /** Stays signed in; also what begins anew after signing in again. */
  readonly stay: () => void;
};

/**
 * Watches whether anybody is there. Nobody for as long as the session may idle: the page goes out of sight and waits for
 * its reader to sign in again, and everything is forgotten when they don't, or when the page is hidden for good.
 */
export function useIdle(idleMinutes: number): Idle {
  const client = useQueryClient();
  const [phase, setPhase] = useState<Phase>('live');
  const pulse = useRef(0);

  const stay = useCallback(() => {
    setPaused(false);
    setPhase('live');
    pulse.current = performance.now();
    void client.query({ ...sessionQueries.show(), staleTime: 0 }).catch(() => undefined);
  }, [client]);

  useEffect(() => {
    if (phase === 'over') {
      setPaused(true);
      client.removeQueries({ type: 'inactive' });
      const forget = setTimeout(() => {
        endSession(client);
      }, keptMinutes * minute);
      return () => {
        setPaused(false);
        clearTimeout(forget);
      };
    }
    if (phase === 'warned') {
      const end = setTimeout(() => {
        setPhase('over');
      }, warnedMinutes * minute);
      return () => {
        clearTimeout(end);
      };
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          setPhase('warned');
        },
        (idleMinutes - warnedMinutes) * minute,
      );
    };
    const live = () => {
      restart();
      if (performance.now() - pulse.current > pulseMinutes * minute) {
        pulse.current = performance.now();
        void client.query({ ...sessionQueries.show(), staleTime: 0 }).catch(() => undefined);
      }
    };
    restart();
    for (const sign of signsOfLife) window.addEventListener(sign, live, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, live);
    };
  }, [client, idleMinutes, phase]);

  useEffect(() => {
    const leave = () => {
      client.clear();
    };
    // A page that comes back from the browser's own cache would show what was just emptied.
    const comeBack = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload();
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', comeBack);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', comeBack);
    };
  }, [client]);

  return { phase, stay };
}
