import { expect, test } from '@jest/globals';
import { isTooComplex, jsonLimits } from './json-size.ts';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const keys = (count: number) =>
  JSON.stringify(
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${String(at)}`, at])),
  );

test.each([
  ['a form', '{"a":[{"b":"c"}]}', false],
  ['the deepest that is read', nested(jsonLimits.depth), false],
  ['one deeper', nested(jsonLimits.depth + 1), true],
  ['objects in objects', '{"a":'.repeat(21) + '1' + '}'.repeat(21), true],
  ['many beside each other', `[${'[],{},'.repeat(30)}0]`, false],
  ['as many values as are read', keys(jsonLimits.values), false],
  ['one more', keys(jsonLimits.values + 1), true],
  ['brackets and commas in a text', JSON.stringify({ a: '[{,'.repeat(9_000) }), false],
  ['a text with quotes in it', JSON.stringify(['"'.repeat(50) + '['.repeat(50)]), false],
  ['a text that never ends', '{"a":"' + '['.repeat(50), false],
  ['an escape at the very end', '"\\\\', false],
])('%s', (_, json, tooComplex) => {
  expect(isTooComplex(json)).toBe(tooComplex);
});
