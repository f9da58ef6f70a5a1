import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { accessMatrixPage } from '../src/access/access-matrix.ts';

test('the printed matrix is the policy’s: npm run access-matrix -w @shelter-city/api prints it anew', () => {
  const printed = readFileSync(new URL('../../docs/access-matrix.md', import.meta.url), 'utf8');
  expect(printed).toBe(accessMatrixPage());
});
