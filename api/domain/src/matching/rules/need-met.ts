import type { AccessNeed } from '../../defenders/profile-words.ts';
import type { MatchPlace } from '../match-input.ts';
import type { Finding, MatchRule } from '../finding.ts';

/**
 * The finding for one need that a place meets, doesn't meet, or of which nothing is recorded. `whenNotMet` says
 * whether the need is hard or soft.
 */
export function needMet(
  rule: MatchRule,
  need: AccessNeed,
  met: boolean | null,
  place: Pick<MatchPlace, 'profileAsOf'>,
  whenNotMet: 'BLOCKED' | 'WEAKER',
): Finding {
  const base = { rule, source: 'PLACE_PROFILE' } as const;
  if (met === null) {
    const fact = { code: 'NEED_NOT_RECORDED', params: { need } } as const;
    return { ...base, verdict: 'UNKNOWN', fact, asOf: null, ask: { whom: 'CITY' } };
  }
  return met
    ? {
        ...base,
        verdict: 'FITS',
        fact: { code: 'NEED_MET', params: { need } },
        asOf: place.profileAsOf,
      }
    : {
        ...base,
        verdict: whenNotMet,
        fact: { code: 'NEED_NOT_MET', params: { need } },
        asOf: place.profileAsOf,
      };
}
