import { overlaps } from '../../calendar/date-span.ts';
import { nothing, type Candidate } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import { hiddenRule } from './hidden-rule.ts';

/**
 * Nobody who must not be near the person is a guest of the same city on one of the nights. The other person is never
 * named. When no risk rule stands against this city at all, that is said once.
 *
 * A rule that the reader may not read closes the city whatever the nights, as long as that guest is there or to come: the
 * first day it would let pass is the day on which the other leaves, and the board says who that is.
 *
 * Units   nights that both would spend in the city.
 * Errors  a rule that the reader may not read is said only as that.
 * Source  "exclusions by risk notes (near another guest at the same time)".
 */
export function riskNearby({ input, at, span }: Candidate): readonly Finding[] {
  const near = at.keepAway.filter((guest) => overlaps(guest, span));
  if (near.some(({ hidden }) => !hidden)) {
    return [
      {
        rule: 'RISK_NEARBY',
        verdict: 'BLOCKED',
        fact: { code: 'RISK_GUEST_NEARBY' },
        source: 'RISK_NOTE',
        asOf: null,
      },
    ];
  }
  if (at.keepAway.some(({ hidden }) => hidden)) return [hiddenRule];
  const cityIsToAvoid = input.defender.risk.citiesToAvoid.some(
    ({ cityId }) => cityId === at.city.cityId,
  );
  return cityIsToAvoid
    ? nothing
    : [
        {
          rule: 'RISK_CITY',
          verdict: 'FITS',
          fact: { code: 'NO_RISK_RULE' },
          source: 'RISK_NOTE',
          asOf: input.today,
        },
      ];
}
