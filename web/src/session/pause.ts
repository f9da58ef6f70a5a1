let paused = false;

/** Whether the page waits for its reader to sign in again: an answer that says so then ends nothing. */
export const isPaused = (): boolean => paused;

/** Begins or ends that wait. */
export function setPaused(value: boolean): void {
  paused = value;
}
