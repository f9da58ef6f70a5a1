import { hiddenRule } from './hidden-rule.ts';

test('a hidden rule says that there is one, and nothing of what, whom or when', () => {
  expect(hiddenRule).toEqual({
    rule: 'HIDDEN_RULE',
    verdict: 'BLOCKED',
    fact: { code: 'HIDDEN_RULE' },
    source: 'RISK_NOTE',
    asOf: null,
  });
});
