import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../domain/src/matching/rules/', import.meta.url);
const files = readdirSync(folder);
const rules = files.filter((name) => !name.endsWith('.spec.ts'));
/** Parts that rules share: no rules themselves. */
const shared = new Set(['need-met.ts', 'hidden-rule.ts']);

test.each(rules)('%s has a spec of its own', (name) => {
  expect(files).toContain(name.replace('.ts', '.spec.ts'));
});

test.each(rules.filter((name) => !shared.has(name)))(
  '%s says its units and where it comes from',
  (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(text).toMatch(/^ \* Units {3}\S/m);
    expect(text).toMatch(/^ \* Source {2}\S/m);
  },
);
