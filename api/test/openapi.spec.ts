import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { endpointGroups } from '@shelter-city/contract/endpoints';
import { calendarDate } from '@shelter-city/contract/fields';
import { z } from 'zod';
import { openApiDocument } from '../src/openapi/openapi-document.ts';

type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly security: readonly unknown[];
};
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

const document = JSON.parse(JSON.stringify(openApiDocument())) as Document;

test('the printed document is the contract’s: npm run openapi -w api prints it anew', () => {
  const printed: unknown = JSON.parse(
    readFileSync(new URL('../contract/openapi.json', import.meta.url), 'utf8'),
  );
  expect(printed).toEqual(document);
});

test('every endpoint is one operation with all its parameters', () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, ...operation })),
  );
  const endpoints = Object.values(endpointGroups).flatMap((group) => Object.values(group));
  expect(operations).toHaveLength(endpoints.length);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(endpoints.length);
  for (const { path, parameters = [] } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath);
  }
});

test('a day that anybody enters or asks for is within reach of the rules, and any day can be answered', () => {
  const isWithinReach = new Map<string, boolean>();
  for (const [group, endpoints] of Object.entries(endpointGroups))
    for (const [name, { query, body }] of Object.entries(endpoints))
      for (const part of [query, body])
        z.toJSONSchema(part, {
          io: 'input',
          unrepresentable: 'any',
          override: ({ zodSchema, path }) => {
            if (!(zodSchema instanceof z.ZodISODate)) return;
            const where = [group, name, ...path].join('/');
            const isBound = ['0001-01-01', '9999-12-31'].every(
              (day) => !zodSchema.safeParse(day).success,
            );
            // What was refined is visited too, by itself, at the same place.
            isWithinReach.set(where, isBound || isWithinReach.get(where) === true);
          },
        });
  expect(isWithinReach.size).toBeGreaterThan(20);
  expect([...isWithinReach].filter(([, isBound]) => !isBound)).toEqual([]);
  expect(calendarDate.safeParse('1326-08-30').success).toBe(true);
});

test('every reference leads somewhere, and every named schema is used', () => {
  const text = JSON.stringify(document);
  const referred = new Set(
    [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name),
  );
  expect([...referred].toSorted()).toEqual(Object.keys(document.components.schemas));
  expect(text).not.toContain('$defs');
});
