import { useLingui } from '@lingui/react/macro';
import { consentMeans } from '@shelter-city/contract/publicity';
import type { Choice } from '../design/select.tsx';
import { meansWords } from './safety-words.ts';

/** How a person can have told us, as choices. */
export function useMeans(): readonly Choice[] {
  const { i18n } = useLingui();
  return consentMeans.map((value) => ({ value, label: i18n._(meansWords[value]) }));
}
