import { asShown, verdictOf } from './judge.ts';
import type { Finding } from './finding.ts';
import { hiddenRule } from './rules/hidden-rule.ts';

const full: Finding = {
  rule: 'CAPACITY',
  verdict: 'BLOCKED',
  fact: { code: 'PLACE_TAKEN', params: { freeFrom: null } },
  source: 'STAYS',
  asOf: null,
};
const asked: Finding = {
  rule: 'LANGUAGE',
  verdict: 'UNKNOWN',
  fact: { code: 'LANGUAGE_NOT_RECORDED', params: { languages: [] } },
  source: 'CITY_PROFILE',
  asOf: null,
  ask: { whom: 'CITY' },
};

describe('the verdict of findings', () => {
  test('is full when only other guests stand in the way, and blocked when anything else does', () => {
    expect(verdictOf([full])).toBe('FULL');
    expect(verdictOf([full, hiddenRule])).toBe('BLOCKED');
  });

  test('isn’t changed by a soft question', () => {
    expect(verdictOf([asked])).toBe('FITS');
    expect(verdictOf([])).toBe('FITS');
  });
});

describe('findings as shown', () => {
  test('stand in the rules’ order, with a hidden rule once', () => {
    expect(asShown([asked, hiddenRule, full, hiddenRule]).map(({ rule }) => rule)).toEqual([
      'CAPACITY',
      'HIDDEN_RULE',
      'LANGUAGE',
    ]);
  });
});
