import { expect, test } from '@jest/globals';
import { mostFailures, waitAfter } from './sign-in-wait.ts';

test('a few failures cost nothing, more of them cost twice as much each time, and never more than the limit', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 30].map((failures) => waitAfter('account', failures))).toEqual([
    0, 0, 0, 1, 2, 4, 8, 60,
  ]);
  expect([12, 13, 14, 30].map((failures) => waitAfter('network', failures))).toEqual([
    0, 1, 2, 300,
  ]);
});

test('so many failures are counted that the wait has stopped growing, and no more: each attempt sends them all', () => {
  for (const counted of ['account', 'network'] as const) expect(waitAfter(counted, mostFailures)).toBe(waitAfter(counted, mostFailures + 1));
  expect(mostFailures).toBeLessThan(100);
});
