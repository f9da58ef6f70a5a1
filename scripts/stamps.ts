import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from './project.ts';

/** Made by a build, or by tests: never part of what a build is made from. */
const made =
  /(^|\/)(node_modules|dist|generated|coverage|\.turbo)(\/|$)|\.spec\.tsx?$|\/messages\/(en|nl|fr)\/.*\.[mc]?[jt]s$/;

/**
 * Does `work` unless it was done on the same content before and what it made is still there.
 * Answers whether it was needed.
 */
export async function unlessDone(
  name: string,
  { inputs, outputs }: { readonly inputs: readonly string[]; readonly outputs: readonly string[] },
  work: () => Promise<void>,
): Promise<boolean> {
  const stamp = inProject('.stamps', name);
  const content = await contentHash(inputs);
  const before = await readFile(stamp, 'utf8').catch(() => '');
  if (before === content && outputs.every((output) => existsSync(inProject(output)))) return false;
  await work();
  await mkdir(path.dirname(stamp), { recursive: true });
  await writeFile(stamp, content);
  return true;
}

/** One hash over names and contents of the files and folders, in a fixed order. */
export async function contentHash(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs) {
    for (const file of await filesUnder(input)) {
      hash.update(`\0${file}\0`).update(await readFile(inProject(file)));
    }
  }
  return hash.digest('hex');
}

async function filesUnder(place: string): Promise<readonly string[]> {
  const found = await stat(inProject(place)).catch(() => undefined);
  if (!found) return [];
  if (found.isFile()) return [place];
  const entries = await readdir(inProject(place), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(inProject(), path.join(entry.parentPath, entry.name)))
    .filter((file) => !made.test(file))
    .sort();
}
