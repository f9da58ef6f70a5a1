import { expect, test } from '@jest/globals';
import { hashPassword } from '@shelter-city/vault/password';
import { nobodysHash } from './password-check.ts';

test('an account that isn’t there costs as much to look at as one that is', async () => {
  const costOf = (hashed: string) => hashed.split('$').slice(0, 4);
  expect(costOf(nobodysHash)).toEqual(costOf(await hashPassword('somebody')));
});
