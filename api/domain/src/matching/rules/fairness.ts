import { nothing, type PersonThere } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import type { MatchCity, MatchInput } from '../match-input.ts';

/** The share of its offered nights that a city was asked for, or `null` when it offered none. Units: 0 to 1 or more. */
export function shareAsked({ usedNights, offeredNights }: MatchCity['load']): number | null {
  return offeredNights === 0 ? null : usedNights / offeredNights;
}

/** The same share over all cities together: what a fair burden would be. */
export function shareAskedOfAll({ cities }: MatchInput): number | null {
  return shareAsked({
    usedNights: cities.reduce((sum, { load }) => sum + load.usedNights, 0),
    offeredNights: cities.reduce((sum, { load }) => sum + load.offeredNights, 0),
  });
}

/**
 * No city is asked for more of what it offered than the others.
 *
 * Units   nights used of nights offered in the last twelve months, compared with the same of all cities.
 * Errors  nothing for a city that offered none.
 * Source  "fairness: nights per city against what it offered", the sixth of the agreed order.
 */
export function fairness({
  at,
  fairShare,
}: Pick<PersonThere, 'at' | 'fairShare'>): readonly Finding[] {
  const share = shareAsked(at.city.load);
  if (share === null || fairShare === null) return nothing;
  const { usedNights, offeredNights } = at.city.load;
  const params = { usedNights, offeredNights };
  const base = { rule: 'FAIRNESS', source: 'STAYS', asOf: null } as const;
  return share > fairShare
    ? [{ ...base, verdict: 'WEAKER', fact: { code: 'LOAD_HIGH', params } }]
    : [{ ...base, verdict: 'FITS', fact: { code: 'LOAD_FAIR', params } }];
}
