import { gzipSync } from 'node:zlib';
import { breaches, measure } from './page-sizes.ts';

const files: Readonly<Record<string, string>> = {
  'index.html':
    '<script type="module" crossorigin src="/assets/index-a1.js"></script><link rel="stylesheet" href="/assets/index-b2.css">',
  'assets/index-a1.js': 'import{a}from"./shared-c3.js";const page=()=>import("./board-d4.js");',
  'assets/shared-c3.js': 'export const a=1;',
  'assets/board-d4.js': 'import"./shared-c3.js";import{b}from"./lanes-e5.js";',
  'assets/lanes-e5.js': 'export const b=2;',
  'assets/index-b2.css': "@font-face{src:url(/assets/inter-f6.woff2) format('woff2')}",
  'assets/inter-f6.woff2': 'x'.repeat(51_000),
};

const read = (file: string): Promise<Buffer> => {
  const content = files[file];
  return content === undefined
    ? Promise.reject(new Error(`no ${file}`))
    : Promise.resolve(Buffer.from(content));
};

const kb = (...names: readonly string[]): number =>
  Math.round(
    names.reduce((sum, name) => sum + gzipSync(files[name] ?? '', { level: 9 }).byteLength, 0) /
      100,
  ) / 10;

it('counts as first load what the page imports before it runs, and the rest as chunks', async () => {
  const sizes = await measure(read);
  expect(sizes.firstLoadKb).toBe(kb('assets/index-a1.js', 'assets/shared-c3.js'));
  expect(Object.keys(sizes.chunksKb).sort()).toEqual(['assets/board-d4.js', 'assets/lanes-e5.js']);
  expect(sizes.fontKb).toBe(51);
});

it('names what is above its budget', async () => {
  expect(breaches(await measure(read))).toEqual(['fonts: 51 KB of 50']);
});
