import { nothing, type Suiting } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/**
 * There is room for everyone who comes along.
 *
 * Units   people, the guest included.
 * Errors  unknown when nobody asked who comes, or how many can sleep there.
 * Source  "family", among the hard rules.
 */
export function household({ input, place }: Pick<Suiting, 'input' | 'place'>): readonly Finding[] {
  const { companions } = input.defender;
  if (companions === 0) return nothing;
  const base = { rule: 'HOUSEHOLD', source: 'PLACE_PROFILE', asOf: place.profileAsOf } as const;
  if (companions === null) {
    const fact = { code: 'HOUSEHOLD_NOT_KNOWN' } as const;
    return [
      {
        ...base,
        source: 'DEFENDER_PROFILE',
        asOf: null,
        verdict: 'UNKNOWN',
        fact,
        ask: { whom: 'DEFENDER' },
      },
    ];
  }
  const people = companions + 1;
  const { sleeps } = place;
  if (sleeps === null) {
    const fact = { code: 'ROOM_NOT_RECORDED', params: { people } } as const;
    return [{ ...base, asOf: null, verdict: 'UNKNOWN', fact, ask: { whom: 'CITY' } }];
  }
  return sleeps >= people
    ? [{ ...base, verdict: 'FITS', fact: { code: 'ROOM_ENOUGH', params: { people, sleeps } } }]
    : [
        {
          ...base,
          verdict: 'BLOCKED',
          fact: { code: 'ROOM_TOO_SMALL', params: { people, sleeps } },
        },
      ];
}
