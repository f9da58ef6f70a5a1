import type { Suiting } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import { needMet } from './need-met.ts';

/**
 * A place for women takes women; a woman who needs such a place gets one, or a place she has alone. Gender is read here
 * and nowhere else in matching.
 *
 * Units   a place's rule, and a need, met or not.
 * Errors  unknown when the person wasn't asked, or the place has not said whether it is shared.
 * Source  "women only", among the hard rules; "gender except where a place requires it" is never used.
 */
export function womenOnly({ input, place }: Pick<Suiting, 'input' | 'place'>): readonly Finding[] {
  const findings: Finding[] = [];
  if (place.womenOnly) findings.push(placeForWomen({ input, place }));
  if (input.defender.accessNeeds.includes('WOMEN_ONLY')) {
    const met = place.womenOnly || place.alone === true ? true : place.alone;
    findings.push(needMet('WOMEN_ONLY', 'WOMEN_ONLY', met, place, 'BLOCKED'));
  }
  return findings;
}

function placeForWomen({ input, place }: Pick<Suiting, 'input' | 'place'>): Finding {
  const { gender } = input.defender;
  const base = { rule: 'WOMEN_ONLY', source: 'PLACE_PROFILE', asOf: place.profileAsOf } as const;
  if (gender === 'WOMAN') return { ...base, verdict: 'FITS', fact: { code: 'PLACE_FOR_WOMEN' } };
  return gender === null || gender === 'NOT_SAID'
    ? { ...base, verdict: 'UNKNOWN', fact: { code: 'GENDER_NOT_SAID' }, ask: { whom: 'DEFENDER' } }
    : { ...base, verdict: 'BLOCKED', fact: { code: 'PLACE_FOR_WOMEN_ONLY' } };
}
