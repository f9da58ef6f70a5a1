import type { PasskeyUsed } from '@shelter-city/contract/passkeys';
import type { SessionView } from '@shelter-city/contract/session';
import { useEffect, useEffectEvent, useState } from 'react';
import type * as PasskeyDevice from './passkey-device.ts';
import { passkeyActs } from './session-queries.ts';

/** A challenge is good for five minutes: what is offered is offered anew before. */
const freshMilliseconds = 4 * 60_000;

/** Asked of the browser itself, so that the code for it comes only where it can be used. */
async function canOffer(): Promise<boolean> {
  if (typeof PublicKeyCredential === 'undefined') return false;
  // Older browsers know passkeys and no list of them.
  const { isConditionalMediationAvailable } = PublicKeyCredential as Partial<
    typeof PublicKeyCredential
  >;
  return (await isConditionalMediationAvailable?.call(PublicKeyCredential)) === true;
}

/**
 * Offers the passkeys of this device in the list that the browser opens under the e-mail field, for as long as the page
 * is in sight. Whoever asks for one at once takes the offer back first: two at a time end each other.
 */
export function usePasskeyOffer(onEnter: (session: SessionView) => unknown) {
  const [isOffered, setOffered] = useState(true);
  const [refusal, setRefusal] = useState<string>();
  const enter = useEffectEvent(onEnter);
  useEffect(() => {
    if (!isOffered) return undefined;
    const over = new AbortController();
    void offer(over.signal, { enter: (session) => enter(session), refuse: setRefusal });
    return () => {
      over.abort();
    };
  }, [isOffered]);
  return {
    refusal,
    takeBack: () => {
      setRefusal(undefined);
      setOffered(false);
    },
    offerAgain: () => {
      setOffered(true);
    },
  };
}

type Answers = {
  readonly enter: (session: SessionView) => unknown;
  readonly refuse: (words: string) => void;
};

async function offer(over: AbortSignal, { enter, refuse }: Answers): Promise<void> {
  if (!(await canOffer())) return;
  const device = await import('./passkey-device.ts');
  if (over.aborted) return;
  over.addEventListener('abort', device.endOffer);
  const used = await chosen(over, device);
  if (!used) return;
  try {
    await enter(await passkeyActs.start(used));
  } catch (failure) {
    refuse(device.passkeyFailureWords(failure));
  }
}

/** What the device signed once somebody chose from the list; null when nothing comes of it. Nobody asked, so nobody is told why. */
async function chosen(over: AbortSignal, device: typeof PasskeyDevice): Promise<PasskeyUsed | null> {
  for (;;) {
    await inSight(over);
    if (over.aborted) return null;
    const age = new AbortController();
    const timer = setTimeout(() => {
      age.abort();
      device.endOffer();
    }, freshMilliseconds);
    try {
      const options = await passkeyActs.startOptions();
      over.throwIfAborted();
      return await device.usePasskeyOfDevice(options, 'in the list');
    } catch {
      // Only what has grown old is offered anew.
      if (!age.signal.aborted) return null;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Waits until the page is in sight: nobody opens a list on one that isn't. */
function inSight(over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'visible') {
      resolve();
      return;
    }
    const look = new AbortController();
    const stop = () => {
      look.abort();
      resolve();
    };
    over.addEventListener('abort', stop, { signal: look.signal });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') stop();
      },
      { signal: look.signal },
    );
  });
}
