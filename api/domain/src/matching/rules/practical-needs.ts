import { nothing, type PersonThere } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import { needMet } from './need-met.ts';

/**
 * Quiet, room to pray, a diet: a good city finds a way, so a place without them is weaker, never blocked.
 *
 * Units   needs, each met or not.
 * Errors  unknown for each that the place has not said.
 * Source  "access needs (mobility, diet, practice)": needs only.
 */
export function practicalNeeds({ input, place }: PersonThere): readonly Finding[] {
  const { accessNeeds } = input.defender;
  if (accessNeeds.length === 0) return nothing;
  return [
    ['QUIET', place.quiet] as const,
    ['PRAYER_SPACE', place.prayerSpace] as const,
    ['DIET', place.dietPossible] as const,
  ]
    .filter(([need]) => accessNeeds.includes(need))
    .map(([need, met]) => needMet('PRACTICAL_NEEDS', need, met, place, 'WEAKER'));
}
