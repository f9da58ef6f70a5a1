import { describe, expect, test } from '@jest/globals';
import { Environment } from './environment.ts';

const fine = {
  DATABASE_URL: 'postgresql://shelter_api@127.0.0.1/shelter',
  KEY_FILE: '/nowhere/keys.json',
};
const refusal = (settings: Readonly<Record<string, string>>): string => {
  try {
    new Environment({ ...fine, ...settings });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};
const production = { NODE_ENV: 'production', PUBLIC_ORIGIN: 'https://shelter.example' };

describe('settings are refused with what to do instead', () => {
  test.each([
    [
      'production without an origin',
      { NODE_ENV: 'production' },
      /PUBLIC_ORIGIN is missing.*https:/,
    ],
    ['a public host over http', { PUBLIC_ORIGIN: 'http://shelter.example' }, /not https.*proxy/],
    [
      'an address of the office over http',
      { PUBLIC_ORIGIN: 'http://192.168.1.9:3000' },
      /not https/,
    ],
    [
      'a look-alike of this machine',
      { PUBLIC_ORIGIN: 'http://localhost.evil.example' },
      /not https/,
    ],
    [
      'an origin with a path',
      { PUBLIC_ORIGIN: 'https://shelter.example/app' },
      /more than an origin/,
    ],
    ['an origin with a password', { PUBLIC_ORIGIN: 'https://canary@shelter.example' }, /more than/],
    ['every network over http', { HOST: '0.0.0.0' }, /HOST answers the network.*127\.0\.0\.1/],
    ['every network, v6', { HOST: '::', PUBLIC_ORIGIN: 'http://localhost:3000' }, /HOST answers/],
    [
      'proxies everywhere',
      { ...production, TRUSTED_PROXIES: '10.0.0.1, 0.0.0.0/0' },
      /trusts everybody/,
    ],
    ['proxies everywhere, v6', { ...production, TRUSTED_PROXIES: '::/0' }, /trusts everybody/],
  ])('%s', (_, settings, why) => {
    expect(refusal(settings)).toMatch(why);
    expect(refusal(settings)).not.toContain('canary');
  });

  test.each([
    ['nothing said, on this machine', {}],
    ['localhost', { PUBLIC_ORIGIN: 'http://localhost:3000' }],
    ['127.0.0.1', { PUBLIC_ORIGIN: 'http://127.0.0.1:3111', NODE_ENV: 'production' }],
    [
      'a proxy with a certificate',
      { ...production, HOST: '0.0.0.0', TRUSTED_PROXIES: '10.71.1.0/24' },
    ],
  ])('but not %s', (_, settings) => {
    expect(refusal(settings)).toBe('');
  });

  test('sample accounts are for everywhere but production, unless somebody says so', () => {
    const allowed = (settings: Readonly<Record<string, string>>) =>
      new Environment({ ...fine, ...settings }).sampleAccountsAllowed;
    expect([
      allowed({}),
      allowed(production),
      allowed({ ...production, SAMPLE_DATA: 'yes' }),
    ]).toEqual([true, false, true]);
  });

  test('a database over a network is refused unless its certificate is looked at', () => {
    const said = (server: string) =>
      refusal({ DATABASE_URL: `postgresql://shelter_api:canary@${server}` });
    for (const open of [
      'db.shelter.example/shelter',
      '10.0.0.7/shelter?sslmode=require',
      '[fd00::7]/shelter',
    ]) {
      expect(said(open)).toMatch(/DATABASE_URL.*verify-full/);
      expect(said(open)).not.toContain('canary');
    }
    for (const fit of [
      'db.shelter.example/shelter?sslmode=verify-full',
      'database:5432/shelter',
      '[::1]/shelter',
      'localhost/shelter',
    ])
      expect(said(fit)).toBe('');
  });
});
