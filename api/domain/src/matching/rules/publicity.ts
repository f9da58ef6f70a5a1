import type { PublicityLevel } from '../../defenders/profile-words.ts';
import type { PersonThere } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import type { MatchCity } from '../match-input.ts';

/** Which consent is enough for what a city likes to do with its guests. */
const enoughFor: Readonly<
  Record<NonNullable<MatchCity['publicEvents']>, readonly PublicityLevel[]>
> = {
  NONE: ['NEVER', 'AFTER_RETURN', 'OFFLINE_ONLY', 'EACH_TIME', 'FREE'],
  SMALL: ['OFFLINE_ONLY', 'EACH_TIME', 'FREE'],
  OPEN: ['EACH_TIME', 'FREE'],
};

/**
 * The city's appetite for public events stays within what the person agreed to.
 *
 * Units   levels of consent, from never to free.
 * Errors  unknown when the city's appetite isn't recorded.
 * Source  "publicity appetite against publicity consent", the last of the agreed order.
 */
export function publicity({ input, at }: PersonThere): readonly Finding[] {
  const { publicity: consent } = input.defender;
  const { publicEvents, profileAsOf: asOf } = at.city;
  const base = { rule: 'PUBLICITY', source: 'CITY_PROFILE' } as const;
  if (publicEvents === null) {
    return [
      {
        ...base,
        verdict: 'UNKNOWN',
        fact: { code: 'PUBLICITY_NOT_RECORDED' },
        asOf: null,
        ask: { whom: 'CITY' },
      },
    ];
  }
  return enoughFor[publicEvents].includes(consent)
    ? [{ ...base, verdict: 'FITS', fact: { code: 'PUBLICITY_SUITS', params: { consent } }, asOf }]
    : [
        {
          ...base,
          verdict: 'WEAKER',
          fact: { code: 'PUBLICITY_LESS_THAN_CITY_WANTS', params: { consent } },
          asOf,
        },
      ];
}
