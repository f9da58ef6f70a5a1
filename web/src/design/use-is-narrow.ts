import { useSyncExternalStore } from 'react';

/** Where tables become cards, as `max-sm:` has it. */
const phone = '(width < 40rem)';

function listen(onChange: () => void) {
  const media = window.matchMedia(phone);
  media.addEventListener('change', onChange);
  return () => { media.removeEventListener('change', onChange); };
}

/** Whether the screen is as narrow as a phone's, for what a style sheet can't choose. */
export const useIsNarrow = (): boolean => useSyncExternalStore(listen, () => window.matchMedia(phone).matches);
