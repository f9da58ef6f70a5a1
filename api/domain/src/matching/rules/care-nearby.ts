import { nothing, type PersonThere } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import { needMet } from './need-met.ts';

/**
 * Specialised care is at hand for someone who needs it. It is a fact of the city, not of the house.
 *
 * Units   a need, met or not.
 * Errors  unknown when the city has not said.
 * Source  "specialised care at hand", the fourth of the agreed order.
 */
export function careNearby({ input, at, place }: PersonThere): readonly Finding[] {
  if (!input.defender.accessNeeds.includes('CARE_NEARBY')) return nothing;
  const finding = needMet('CARE_NEARBY', 'CARE_NEARBY', at.city.specialisedCare, place, 'WEAKER');
  return [
    {
      ...finding,
      source: 'CITY_PROFILE',
      asOf: finding.verdict === 'UNKNOWN' ? null : at.city.profileAsOf,
    },
  ];
}
