import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { endpointGroups } from './endpoints.ts';
import { nameOrNone, readableName, readableText, textOrNone } from './readable.ts';

/** Zero-width space, soft hyphen, joiner, braille of no dots, filler of Hangul, a mark that turns the direction, an accent alone. */
const nothing = ['\u200B', '\u00AD', '\u200D', '\u2800', '\u3164', '\u202E', '\u0301', '\uFEFF', '\u{E0041}', '\u{13441}', '\u0007', ' ', '\n'];
const codesOf = (schema: z.ZodType, value: string) =>
  schema.safeParse(value).error?.issues.map((issue) => (issue.code === 'custom' ? (issue.params?.['code'] as unknown) : issue.code));

describe('a name', () => {
  test.each(nothing)('that shows nothing is refused: %j', (one) => {
    expect(codesOf(readableName(1, 80), one.repeat(5))).toEqual(['nothing-to-read']);
  });

  test('loses what is hidden in it, and stands on one line', () => {
    expect(readableName(1, 80).parse(' Spring\u200B\u202E\n\tof\u00A0\u00A027\u2800 ')).toBe('Spring of 27');
    // Two that look the same are the same.
    expect(readableName(1, 80).parse('Caf\u0065\u0301')).toBe('Caf\u00E9');
  });

  test('keeps what scripts are written with', () => {
    for (const one of ['\u0645\u06CC\u200C\u0631\u0648\u0645', '\u0915\u094D\u200D\u0937', '\u2764\uFE0F', '\u2116 7', '\u4E16\u754C', '?'])
      expect(readableName(1, 80).parse(one)).toBe(one);
  });

  test('is as long as what is left of it', () => {
    expect(codesOf(readableName(2, 80), 'A\u200B\u200B')).toEqual(['too_small']);
    expect(readableName(1, 3).parse('abc\u200B\u200B')).toBe('abc');
  });

  test('that may be unknown is then empty', () => {
    expect(nameOrNone(80).parse('\u200B\u2800')).toBe('');
  });
});

describe('words', () => {
  test('keep their lines, and nothing that is hidden', () => {
    expect(readableText(3, 80).parse('One\u202E\n\ttwo\u0007')).toBe('One\n\ttwo');
    // What no text column can hold isn't typed by anybody: it stays, and is refused.
    expect(readableText(3, 80).parse('One\u0000')).toBe('One\u0000');
    expect(textOrNone(80).parse('\u200B')).toBe('');
  });
});

/** What is asked for as free words within a schema, by where it stands. */
function freeWords(schema: z.ZodType, at: string): readonly (readonly [string, z.ZodString])[] {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([key, part]) => freeWords(part as z.ZodType, `${at}.${key}`));
  if (schema instanceof z.ZodArray) return freeWords(schema.element as z.ZodType, `${at}[]`);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return freeWords(schema.unwrap() as z.ZodType, at);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((part) => freeWords(part as z.ZodType, at));
  return schema instanceof z.ZodString && schema.format === null && (schema.minLength ?? 0) > 0 ? [[at, schema]] : [];
}

/** A secret may be of any characters; they are never shown. */
const secrets = /\.(password|newPassword)$/;
const asked = Object.entries(endpointGroups).flatMap(([group, endpoints]) =>
  Object.entries(endpoints).flatMap(([name, { body }]) => freeWords(body, `${group}.${name}`)),
);

test.each(asked.filter(([at]) => !secrets.test(at)))('%s takes no words that show nothing', (_at, schema) => {
  expect(codesOf(schema, '\u200B\u2800'.repeat(15))).toEqual(['nothing-to-read']);
});

test('names and reasons are found by their place', () => {
  expect(asked.map(([at]) => at)).toEqual(expect.arrayContaining([
    'plans.create.name', 'plans.change.name', 'plans.copy.name', 'cities.addPlace.facts.label', 'adminCities.add.name', 'adminCities.change.region',
    'accounts.invite.displayName', 'passkeys.rename.name', 'stays.proposeNew.why', 'defenders.create.profile.presences[].source', 'defenders.reveal.reason', 'publicity.approve.occasion',
  ]));
});
