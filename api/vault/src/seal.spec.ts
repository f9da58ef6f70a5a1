import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bindings } from './bindings.ts';
import { newDataKey, openJson, openWith, sealJson, sealWith } from './seal.ts';

const key = newDataKey();

test('whatever is sealed opens again, under its own key and binding only', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.string(), (plain, binding) => {
      const sealed = sealWith(key, plain, binding);
      expect(Buffer.from(openWith(key, sealed, binding)).equals(plain)).toBe(true);
      expect(() => openWith(newDataKey(), sealed, binding)).toThrow();
      expect(() => openWith(key, sealed, `${binding} `)).toThrow();
    }),
    { numRuns: 50 },
  );
});

test('a single bit that was touched shows', () => {
  const sealed = sealJson(key, { legalName: 'nobody' }, 'b');
  for (const place of [0, 12, 28, sealed.length - 1]) {
    const touched = Uint8Array.from(sealed);
    touched[place]! ^= 1;
    expect(() => openJson(key, touched, 'b')).toThrow();
  }
  expect(() => openWith(key, sealed.subarray(0, 40), 'b')).toThrow('A sealed value is too short');
});

test('the length says how many steps of 256 bytes, no more', () => {
  const lengthOf = (text: string) => sealJson(key, text, 'b').length;
  expect(lengthOf('')).toBe(lengthOf('x'.repeat(250)));
  expect(lengthOf('x'.repeat(251)) - lengthOf('')).toBe(256);
});

test('the same value sealed twice looks different', () => {
  expect(sealJson(key, 'same', 'b')).not.toEqual(sealJson(key, 'same', 'b'));
});

test('every binding names table, owner and what is sealed', () => {
  expect([
    bindings.compartment('o', 'IDENTITY', 3),
    bindings.riskNote('n'),
    bindings.totp('a'),
  ]).toEqual([
    'sealed_compartment/o/IDENTITY/3',
    'risk_note_body/n/sealed',
    'account/a/totp_sealed',
  ]);
});
