import { readFile } from 'node:fs/promises';
import { inProject } from './project.ts';
import { faultsOf, securityChecklist, type Requirement } from './security-checklist.ts';

const fromProject = (file: string) => readFile(inProject(file), 'utf8').catch(() => undefined);

it('judges every requirement of levels 1 and 2 once, and names tests that exist and run', async () => {
  const list = await securityChecklist();
  expect(list).toHaveLength(253);
  expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  expect(await faultsOf(list, fromProject)).toEqual([]);
});

it('is counted in SECURITY.md as it is', async () => {
  const list = await securityChecklist();
  const count = (state: Requirement['state']) => String(list.filter((one) => one.state === state).length);
  expect(await fromProject('SECURITY.md')).toContain(
    `${count('met')} are met, ${count('not applicable')} don't apply, ${count('gap')} are open`,
  );
});

it('finds a test that is gone, renamed, left out or outside the run, and a claim without one', async () => {
  const aRequirement = (values: Partial<Requirement>): Requirement => ({ id: 'V0.0.1', level: 1, state: 'met', how: 'so', shownBy: ['api/test/a.spec.ts › holds'], ...values });
  const files: Readonly<Record<string, string>> = {
    'api/test/a.spec.ts': "test('holds', () => {});\ntest.skip('left out', () => {});",
    'elsewhere/a.spec.ts': "test('holds', () => {});",
  };
  const faults = (values: Partial<Requirement>) => faultsOf([aRequirement(values)], (file) => Promise.resolve(files[file]));
  expect(await faults({})).toEqual([]);
  for (const shown of ['api/test/b.spec.ts › holds', 'api/test/a.spec.ts › held', 'api/test/a.spec.ts › left out', 'elsewhere/a.spec.ts › holds']) {
    expect(await faults({ shownBy: [shown] })).toEqual([`V0.0.1: no such test runs: ${shown}`]);
  }
  expect(await faults({ shownBy: [] })).toEqual(['V0.0.1 is met, but no test shows it']);
  expect(await faults({ state: 'not applicable' })).toEqual(["V0.0.1 doesn't apply, and yet has a test"]);
  expect(await faults({ state: 'gap', how: ' ', shownBy: [] })).toEqual(["V0.0.1 doesn't say how"]);
});
