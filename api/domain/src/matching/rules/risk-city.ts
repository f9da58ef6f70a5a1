import { nothing, type PersonThere } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import { hiddenRule } from './hidden-rule.ts';

/**
 * Neither a risk note nor the "do not share with" list says that the person must avoid this city.
 *
 * Units   cities, whatever the nights.
 * Errors  a rule that the reader may not read is said only as that.
 * Source  "exclusions by risk notes (city)".
 */
export function riskCity({ input, at }: PersonThere): readonly Finding[] {
  const rule = input.defender.risk.citiesToAvoid.find(({ cityId }) => cityId === at.city.cityId);
  if (rule === undefined) return nothing;
  if (rule.hidden) return [hiddenRule];
  if (rule.withheld === true) {
    return [
      {
        rule: 'RISK_CITY',
        verdict: 'BLOCKED',
        fact: { code: 'CITY_WITHHELD' },
        source: 'DEFENDER_PROFILE',
        asOf: rule.asOf,
      },
    ];
  }
  return [
    {
      rule: 'RISK_CITY',
      verdict: 'BLOCKED',
      fact: { code: 'RISK_CITY_TO_AVOID' },
      source: 'RISK_NOTE',
      asOf: rule.asOf,
    },
  ];
}
