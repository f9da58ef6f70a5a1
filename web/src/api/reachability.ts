import { useSyncExternalStore } from 'react';

let answered = true;
const listeners = new Set<() => void>();

const isReachable = () => answered && navigator.onLine;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Notes whether the last request got any answer at all. */
export function noteReachable(value: boolean): void {
  if (answered === value) return;
  answered = value;
  for (const listener of listeners) listener();
}

/** Whether the server can be reached, as far as the last request and the browser know. */
export function useReachable(): boolean {
  return useSyncExternalStore(subscribe, isReachable);
}
