import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const script = path.join(import.meta.dirname, '..', 'bench', 'matching', 'main.ts');

it('prints one table from one run, with published values beside ours', async () => {
  const { stdout } = await run(process.execPath, ['--conditions=source', script, '--quick']);
  const rowOf = (name: string, more = '') =>
    stdout
      .split('\n')
      .find((line) => line.includes(name) && line.includes(more))
      ?.split('|')
      .map((cell) => cell.trim()) ?? [];
  expect(rowOf('gap1-0.txt').slice(1, 6)).toEqual(['gap', 'gap1-0.txt', '261', '261', 'yes']);
  expect(rowOf('data_2_24_40_33.dat').slice(1, 6)).toEqual([
    'smptsp',
    'data_2_24_40_33.dat',
    '20',
    '20',
    'yes',
  ]);
  expect(rowOf('| 5 × 12 ', 'MB').slice(8, 11)).toEqual(['0.000 %', '1 of 1', '12']);
  expect(rowOf('| 1 × 100 ')[2]).toMatch(/^\d{3,}$/);
  expect(rowOf('| 5 × 12, shares ', 'MB').slice(8, 11)).toEqual(['0.000 %', '1 of 1', '12']);
  expect(rowOf('| 5 × 12, the product’s weights ', 'MB').slice(8, 11)).toEqual(['0.000 %', '1 of 1', '6']);
  expect(stdout).toContain('- met: Public instances: every published value reached, 2 of 2');
  for (const agreed of ['5 × 12: the checker accepts every plan', '5 × 12: whoever proves a best plan proves the same'])
    expect(stdout).toContain(`- met: ${agreed}`);
}, 120_000);
