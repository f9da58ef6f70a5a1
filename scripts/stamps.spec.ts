import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from './project.ts';
import { contentHash } from './stamps.ts';

let folder = '';
const put = async (name: string, text: string): Promise<void> => {
  await mkdir(path.dirname(inProject(folder, name)), { recursive: true });
  await writeFile(inProject(folder, name), text);
};

beforeEach(async () => {
  await mkdir(inProject('.stamps'), { recursive: true });
  folder = path.relative(inProject(), await mkdtemp(inProject('.stamps', 'hash-')));
  await put('a.ts', 'one');
});

afterEach(() => rm(inProject(folder), { recursive: true, force: true }));

it('is the same for the same content', async () => {
  const before = await contentHash([folder]);
  await put('a.ts', 'one');
  expect(await contentHash([folder])).toBe(before);
});

it('changes with a text, a name and a new file', async () => {
  const seen = new Set([await contentHash([folder])]);
  await put('a.ts', 'two');
  seen.add(await contentHash([folder]));
  await put('deep/b.ts', 'one');
  seen.add(await contentHash([folder]));
  expect(seen.size).toBe(3);
});

it('does not look at specs and at what a build makes', async () => {
  const before = await contentHash([folder]);
  await put('a.spec.ts', 'spec');
  await put('dist/a.js', 'built');
  await put('node_modules/x/y.js', 'package');
  expect(await contentHash([folder])).toBe(before);
});
