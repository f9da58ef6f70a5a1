import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/problems.ts';
import { endSession } from '../session/end-session.ts';
import { otherWindows } from '../session/other-windows.ts';
import { setPaused } from '../session/pause.ts';
import { endOwnSession, sessionQueries } from '../session/session-queries.ts';

const signsOfLife = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const minute = 60_000;
/** How long before the end the reader is asked. */
export const warnedMinutes = 2;
/** How often somebody who types and asks nothing tells the server that they are there. */
const pulseMinutes = 4;
/** How often the other windows hear of it. */
const tellSeconds = 10;
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
 * Ends the session where it lives: a page that asks by itself keeps it from idling there, and out of sight is not signed
 * out. Without an answer it is tried again every minute.
 */
function endOnTheServer(): () => void {
  const stop = () => {
    clearInterval(again);
  };
  const end = () => {
    endOwnSession().then(stop, (failure: unknown) => {
      if (failure instanceof ApiProblem && failure.details.status < 500) stop();
    });
  };
  const again = setInterval(end, minute);
  end();
  return stop;
}

/**
 * Watches whether anybody is there. Nobody for as long as the session may idle, in this window or another: the session
 * ends, the page goes out of sight and waits for its reader to sign in again, and everything is forgotten when they
 * don't, or when the page is hidden for good.
 */
export function useIdle(idleMinutes: number): Idle {
  const client = useQueryClient();
  const [phase, setPhase] = useState<Phase>('live');
  const pulse = useRef(0);
  const told = useRef(0);

  const stay = useCallback(() => {
    setPaused(false);
    setPhase('live');
    pulse.current = performance.now();
    void client.query({ ...sessionQueries.show(), staleTime: 0 }).catch(() => undefined);
    // What was asked while nobody was signed in.
    void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
  }, [client]);

  useEffect(() => {
    if (phase === 'over') {
      setPaused(true);
      client.removeQueries({ type: 'inactive' });
      const stopEnding = endOnTheServer();
      // Somebody has signed in anew in another window: what is open now is theirs.
      const others = otherWindows(stopEnding);
      const forget = setTimeout(() => {
        endSession(client);
      }, keptMinutes * minute);
      return () => {
        setPaused(false);
        clearTimeout(forget);
        stopEnding();
        others.close();
      };
    }
    if (phase === 'warned') {
      const end = setTimeout(() => {
        setPhase('over');
      }, warnedMinutes * minute);
      const others = otherWindows(() => {
        setPhase('live');
      });
      return () => {
        clearTimeout(end);
        others.close();
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
    const others = otherWindows(restart);
    const live = () => {
      restart();
      if (performance.now() - told.current > tellSeconds * 1_000) {
        told.current = performance.now();
        others.tell();
      }
      if (performance.now() - pulse.current > pulseMinutes * minute) {
        pulse.current = performance.now();
        void client.query({ ...sessionQueries.show(), staleTime: 0 }).catch(() => undefined);
      }
    };
    restart();
    others.tell();
    for (const sign of signsOfLife) window.addEventListener(sign, live, { passive: true });
    return () => {
      clearTimeout(timer);
      others.close();
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
