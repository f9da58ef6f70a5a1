import { nothing, type PersonThere } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/**
 * What the person wished. A wish makes a city better or weaker and never blocks it; only a risk note blocks.
 *
 * Units   cities preferred and cities that the person would rather avoid.
 * Source  "the person's wishes (cities preferred)", the third of the agreed order.
 */
export function wishes({ input, at }: PersonThere): readonly Finding[] {
  const { citiesPreferred, citiesToAvoid, profileAsOf: asOf } = input.defender;
  const base = { rule: 'WISHES', source: 'DEFENDER_PROFILE', asOf } as const;
  if (citiesToAvoid.includes(at.city.cityId)) {
    return [{ ...base, verdict: 'WEAKER', fact: { code: 'CITY_NOT_WISHED' } }];
  }
  return citiesPreferred.includes(at.city.cityId)
    ? [{ ...base, verdict: 'FITS', fact: { code: 'CITY_PREFERRED' } }]
    : nothing;
}
