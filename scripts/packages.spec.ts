import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packagesAreInstalled } from './packages.mjs';

let root = '';
const zod = { version: '4.0.0', integrity: 'sha512-zod' };

const lock = (file: string, packages: object): Promise<void> =>
  writeFile(path.join(root, file), JSON.stringify({ packages }));

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'packages-'));
  await mkdir(path.join(root, 'node_modules', '.bin'), { recursive: true });
  await writeFile(path.join(root, 'node_modules', '.bin', 'node'), '');
});

afterEach(() => rm(root, { recursive: true, force: true }));

it('is content when npm put there what the lock file asks for', async () => {
  await lock('package-lock.json', {
    '': { version: '0.1.0' },
    'node_modules/zod': zod,
    'node_modules/for-another-system': { version: '1.0.0', optional: true },
  });
  await lock('node_modules/.package-lock.json', { 'node_modules/zod': zod });
  expect(packagesAreInstalled(root)).toBe(true);
});

it('wants an installation when a package is missing, or is another version or content', async () => {
  await lock('package-lock.json', { 'node_modules/zod': zod });
  for (const installed of [
    {},
    { 'node_modules/zod': { ...zod, version: '3.0.0' } },
    { 'node_modules/zod': { ...zod, integrity: 'sha512-other' } },
  ]) {
    await lock('node_modules/.package-lock.json', installed);
    expect(packagesAreInstalled(root)).toBe(false);
  }
});

it('wants an installation in a fresh clone', async () => {
  await lock('package-lock.json', { 'node_modules/zod': zod });
  expect(packagesAreInstalled(root)).toBe(false);
});
