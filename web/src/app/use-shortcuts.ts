import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';
import { tinykeys, type KeybindingsMap } from 'tinykeys';
import { useAccount } from '../session/own-session.ts';
import { destinationsOf } from './navigation.ts';

type Acts = { readonly onPalette: () => void; readonly onLock: () => void };

/**
 * Keys that work on every page. Those with a modifier always do; `g` and a letter goes somewhere unless the reader has
 * switched such keys off, since they can be hit by dictation software.
 */
export function useShortcuts({ onPalette, onLock }: Acts): void {
  const { role, shortcuts } = useAccount();
  const navigate = useNavigate();
  const openPalette = useEffectEvent(onPalette);
  const lock = useEffectEvent(onLock);

  useEffect(() => {
    const take = (act: () => void) => (event: KeyboardEvent) => {
      event.preventDefault();
      act();
    };
    return tinykeys(
      window,
      { '$mod+k': take(openPalette), 'Control+Shift+L': take(lock) },
      // These must work from inside a field too, the lock above all.
      { ignore: () => false },
    );
  }, []);

  useEffect(() => {
    if (!shortcuts) return undefined;
    const keys: KeybindingsMap = {};
    for (const { key, path } of destinationsOf(role)) {
      keys[`g ${key}`] = (event) => {
        event.preventDefault();
        void navigate(path);
      };
    }
    return tinykeys(window, keys);
  }, [role, shortcuts, navigate]);
}
