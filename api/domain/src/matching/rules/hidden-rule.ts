import type { Finding } from '../finding.ts';

/** All that may be said of a rule from a note the reader has no clearance for: that there is one. */
export const hiddenRule: Finding = {
  rule: 'HIDDEN_RULE',
  verdict: 'BLOCKED',
  fact: { code: 'HIDDEN_RULE' },
  source: 'RISK_NOTE',
  asOf: null,
};
