import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { keyRingOfFile } from './key-ring.ts';
import { hashPassword, isPassword } from './password.ts';
import { newTotpSecret, stepOfCode, totpCode } from './totp.ts';
import { openTotp, sealTotp } from './totp-seal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'shelter-city-totp-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a code', () => {
  const secret = newTotpSecret();
  const at = 1_700_000_015;
  const step = Math.floor(at / 30);

  test('is that of RFC 6238', () => {
    // The RFC's secret "12345678901234567890" at 59 s; its last six digits.
    expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59)).toBe('287082');
  });

  test('is good half a minute, and one step before and after for clocks that differ', () => {
    const code = totpCode(secret, at);
    expect(
      [-60, -30, 0, 30, 60].map((seconds) => stepOfCode(secret, code, at + seconds, 0)),
    ).toEqual([null, step, step, step, null]);
  });

  test('works once, and none before it works after it', () => {
    expect(stepOfCode(secret, totpCode(secret, at), at, step)).toBeNull();
    expect(stepOfCode(secret, totpCode(secret, at - 30), at, step)).toBeNull();
    expect(stepOfCode(secret, totpCode(secret, at + 30), at, step)).toBe(step + 1);
  });

  test('of another secret is none', () => {
    expect(stepOfCode(newTotpSecret(), totpCode(secret, at), at, 0)).toBeNull();
  });
});

test('a sealed secret opens for its account and no other', () => {
  const ring = keyRingOfFile(path.join(folder, 'ring.json'));
  const sealed = sealTotp(ring, 'account-a', 'SECRET');
  expect(openTotp(ring, 'account-a', sealed)).toBe('SECRET');
  expect(() => openTotp(ring, 'account-b', sealed)).toThrow();
});

test('a password fits its own hash', async () => {
  const hashed = await hashPassword('correct horse battery staple');
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  expect(await isPassword(hashed, 'correct horse battery staple')).toBe(true);
  expect(await isPassword(hashed, 'correct horse battery stable')).toBe(false);
});
