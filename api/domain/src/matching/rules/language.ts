import { languageLevels } from '../../defenders/profile-words.ts';
import type { PersonThere } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/** From this level on a person can live and be cared for in a language. */
export const levelForDailyLife = 'B1';

/**
 * The city can speak with the person in daily life and in care.
 *
 * Units   languages that the person speaks at B1 or better.
 * Errors  unknown when the city's languages aren't recorded.
 * Source  "language of daily life and of care", the second of the agreed order.
 */
export function language({ input, at }: PersonThere): readonly Finding[] {
  const needed = languageLevels.indexOf(levelForDailyLife);
  const spoken = input.defender.languages
    .filter(({ level }) => languageLevels.indexOf(level) >= needed)
    .map(({ code }) => code);
  const { languages: offered, profileAsOf: asOf } = at.city;
  const base = { rule: 'LANGUAGE', source: 'CITY_PROFILE' } as const;
  if (offered === null) {
    const fact = { code: 'LANGUAGE_NOT_RECORDED', params: { languages: spoken } } as const;
    return [{ ...base, verdict: 'UNKNOWN', fact, asOf: null, ask: { whom: 'CITY' } }];
  }
  const languages = spoken.filter((code) => offered.includes(code));
  return languages.length > 0
    ? [{ ...base, verdict: 'FITS', fact: { code: 'LANGUAGE_SHARED', params: { languages } }, asOf }]
    : [
        {
          ...base,
          verdict: 'WEAKER',
          fact: { code: 'LANGUAGE_NOT_SHARED', params: { languages: spoken } },
          asOf,
        },
      ];
}
