import { nothing, type PersonThere } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/**
 * The city knows people who work on the person's themes.
 *
 * Units   themes in common.
 * Errors  unknown when the city named no theme; nothing for a person without one.
 * Source  "expertise and network of the city for the person's work", the fourth of the agreed order.
 */
export function expertise({ input, at }: PersonThere): readonly Finding[] {
  if (input.defender.themes.length === 0) return nothing;
  const { themes: known, profileAsOf: asOf } = at.city;
  const base = { rule: 'EXPERTISE', source: 'CITY_PROFILE' } as const;
  if (known === null) {
    return [
      {
        ...base,
        verdict: 'UNKNOWN',
        fact: { code: 'THEMES_NOT_RECORDED' },
        asOf: null,
        ask: { whom: 'CITY' },
      },
    ];
  }
  const themes = input.defender.themes.filter((theme) => known.includes(theme));
  return themes.length > 0
    ? [{ ...base, verdict: 'FITS', fact: { code: 'THEMES_SHARED', params: { themes } }, asOf }]
    : [{ ...base, verdict: 'WEAKER', fact: { code: 'THEMES_NOT_SHARED' }, asOf }];
}
