import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { matchRules } from '@shelter-city/domain/matching/finding';

const folder = path.join(import.meta.dirname, '../api/domain/src/matching/rules');
const files = readdirSync(folder);
/** What several rules share, and says nothing by itself. */
const shared = ['need-met.ts', 'hidden-rule.ts'];
const rules = files.filter((file) => !file.endsWith('.spec.ts') && !shared.includes(file));
const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8');

describe('the rules of matching', () => {
  test.each(rules)('%s is small, says what it is for, and has its own spec', (file) => {
    expect(textOf(file).split('\n').length).toBeLessThanOrEqual(80);
    expect(textOf(file)).toMatch(/\/\*\*[\s\S]*?\*\/\nexport function/);
    expect(files).toContain(file.replace('.ts', '.spec.ts'));
  });

  test.each(shared)('%s, which several share, has its own spec', (file) => {
    expect(files).toContain(file.replace('.ts', '.spec.ts'));
  });

  test.each(rules)('%s says its units and where it comes from', (file) => {
    expect(textOf(file)).toMatch(/^ \* Units {3}\S/m);
    expect(textOf(file)).toMatch(/^ \* Source {2}\S/m);
  });

  test('are those that the list names, and no others', () => {
    const said = [...rules, ...shared].flatMap((file) =>
      [...textOf(file).matchAll(/rule: '([A-Z_]+)'|needMet\(\s*'([A-Z_]+)'/g)].map((found) => found[1] ?? found[2]));
    expect([...new Set(said)].sort()).toEqual([...matchRules].sort());
  });
});
