import { overlaps } from '../../calendar/date-span.ts';
import { nothing, type Suiting } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/**
 * A city carries one guest with an interpreter at a time.
 *
 * Units   guests who need an interpreter, on any of the nights.
 * Source  "at most one interpreter's language load"; the database keeps it as well.
 */
export function interpreterLoad({
  input,
  at,
  span,
}: Pick<Suiting, 'input' | 'at' | 'span'>): readonly Finding[] {
  if (!input.defender.interpreterNeeded) return nothing;
  const base = { rule: 'INTERPRETER_LOAD', source: 'STAYS', asOf: input.today } as const;
  return at.guests.some((guest) => guest.interpreterNeeded && overlaps(guest, span))
    ? [{ ...base, verdict: 'BLOCKED', fact: { code: 'INTERPRETER_TAKEN' } }]
    : [{ ...base, verdict: 'FITS', fact: { code: 'INTERPRETER_FREE' } }];
}
