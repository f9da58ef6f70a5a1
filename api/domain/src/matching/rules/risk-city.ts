import { nothing, type PersonThere } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import { hiddenRule } from './hidden-rule.ts';

/** No risk note says that the person must avoid this city. */
export function riskCity({ input, at }: PersonThere): readonly Finding[] {
  const rule = input.defender.risk.citiesToAvoid.find(({ cityId }) => cityId === at.city.cityId);
  if (rule === undefined) return nothing;
  if (rule.hidden) return [hiddenRule];
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
