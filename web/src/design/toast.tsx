import { UNSTABLE_ToastQueue as Queue } from 'react-aria-components/Toast';

/** What just happened, in one sentence without a person's name, and the way back where there is one. */
export type ToastMessage = {
  readonly text: string;
  readonly tone?: 'ok' | 'bad';
  /** Undoes what was done, through the server's stored inverse. Offered for ten seconds. */
  readonly undo?: () => void;
};

/** What waits to be said; the region reads it. */
export const toastQueue = new Queue<ToastMessage>({ maxVisibleToasts: 3 });

/** Says what just happened at the foot of the page: ten seconds with a way back, six without, and a failure until it is closed. */
export function showToast(message: ToastMessage): void {
  const timeout = message.undo ? 10_000 : 6_000;
  toastQueue.add(message, message.tone === 'bad' ? {} : { timeout });
}

/** Empties the region, at sign-out and at the quick lock. */
export function clearToasts(): void {
  toastQueue.clear();
}
