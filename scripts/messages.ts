import { cp, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './commands.ts';
import type { Outcome } from './outcomes.ts';
import { inProject } from './project.ts';

/**
 * Extracts the sentences of the pages anew, in a copy, and compares: each must be in the catalogues, and translated.
 * `npm run messages -w web` writes the catalogues.
 */
export async function checkMessages(): Promise<Outcome> {
  const copy = inProject('.stamps', 'messages');
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  for (const part of ['src', 'lingui.config.ts', 'package.json']) {
    await cp(inProject('web', part), path.join(copy, part), { recursive: true });
  }
  const { code, output } = await runCommand('lingui', ['extract', '--clean'], { cwd: copy });
  const fresh = await catalogues(copy);
  const kept = await catalogues(inProject('web'));
  await rm(copy, { recursive: true, force: true });
  if (code !== 0) return { passed: 0, failed: 1, output };
  const problems = catalogueProblems(kept, fresh);
  if (problems.length === 0) return { passed: 1, failed: 0, output };
  return { passed: 0, failed: 1, output: [...problems, 'Run: npm run messages -w web'].join('\n') };
}

/** What is wrong with the catalogues as they are kept, beside those freshly extracted from the same sources. */
export function catalogueProblems(
  kept: ReadonlyMap<string, string>,
  fresh: ReadonlyMap<string, string>,
): readonly string[] {
  if (fresh.size === 0) return ['There are no catalogues.'];
  return [...fresh].flatMap(([file, text]) => [
    ...(sentences(text).join('\n') === sentences(kept.get(file) ?? '').join('\n')
      ? []
      : [`${file} isn't up to date`]),
    ...(file.startsWith('en')
      ? []
      : untranslated(text).map((entry) => `${file}: no translation of ${entry}`)),
  ]);
}

/** The entries of a catalogue, without its header, whose dates differ each time. */
function entries(text: string): readonly string[] {
  return text
    .split(/\n\n+/)
    .filter((entry) => /^msgid /m.test(entry) && !/^msgid ""\nmsgstr ""\n"/m.test(entry));
}

function sentences(text: string): readonly string[] {
  return entries(text)
    .map((entry) => /^msgid (.*(?:\n".*)*)/m.exec(entry)?.[1] ?? '')
    .sort();
}

function untranslated(text: string): readonly string[] {
  return entries(text)
    .filter((entry) => /^msgstr ""$(?!\n")/m.test(entry))
    .map((entry) => /^msgid (.*(?:\n".*)*)/m.exec(entry)?.[1] ?? '');
}

async function catalogues(web: string): Promise<ReadonlyMap<string, string>> {
  const folder = path.join(web, 'src', 'messages');
  const names = await readdir(folder, { recursive: true });
  const found = names.filter((name) => name.endsWith('.po')).sort();
  return new Map(
    await Promise.all(
      found.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const),
    ),
  );
}
