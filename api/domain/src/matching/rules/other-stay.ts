import { overlaps } from '../../calendar/date-span.ts';
import type { PersonThen } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/**
 * The person has no other stay on those nights.
 *
 * Units   nights: leaving one place on the day of arriving in another is no overlap.
 * Source  "a defender never has two occupying stays on the same night"; the database keeps it as well.
 */
export function otherStay({ input, span }: PersonThen): readonly Finding[] {
  const base = { rule: 'OTHER_STAY', source: 'STAYS', asOf: input.today } as const;
  const other = input.defender.otherStays.find((stay) => overlaps(stay, span));
  return other === undefined
    ? [{ ...base, verdict: 'FITS', fact: { code: 'NO_OTHER_STAY' } }]
    : [
        {
          ...base,
          verdict: 'BLOCKED',
          fact: { code: 'OTHER_STAY_THEN', params: { from: other.from, until: other.until } },
        },
      ];
}
