/** What one window says to the others of its browser: that somebody is there. No more goes over it, and nothing is kept. */
const name = 'somebody-is-there';

type OtherWindows = {
  /** Tells the others. */
  readonly tell: () => void;
  readonly close: () => void;
};

/** The other windows that share this browser's session: whoever works in one of them is there for all. */
export function otherWindows(onLife: () => void): OtherWindows {
  // A browser without it, or a test, has one window as far as we know.
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.onmessage = onLife;
  return {
    tell: () => {
      channel.postMessage('');
    },
    close: () => {
      channel.close();
    },
  };
}
