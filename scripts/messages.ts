import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './commands.ts';
import type { Outcome } from './outcomes.ts';
import { inProject } from './project.ts';

const folder = inProject('web', 'src', 'messages');

/**
 * Extracts the sentences of the pages anew and compares: each one must be in the catalogues, and translated.
 * The catalogues are put back as they were; `npm run messages -w web` is what writes them.
 */
export async function checkMessages(): Promise<Outcome> {
  const before = await catalogues();
  const { code, output } = await runCommand('lingui', ['extract', '--clean'], {
    cwd: inProject('web'),
  });
  const after = await catalogues();
  await putBack(before, after);
  if (code !== 0) return { passed: 0, failed: 1, output };
  const stale = [...after]
    .filter(([file, text]) => text !== before.get(file))
    .map(([file]) => `not up to date: ${file}`);
  const untranslated = [...after].flatMap(([file, text]) =>
    /\/(nl|fr)\//.test(file)
      ? missing(text).map((message) => `no translation: ${file}: ${message}`)
      : [],
  );
  const problems = [...stale, ...untranslated];
  if (problems.length === 0 && after.size > 0) return { passed: 1, failed: 0, output };
  return { passed: 0, failed: 1, output: [...problems, 'Run: npm run messages -w web'].join('\n') };
}

/** The messages of a catalogue whose translation is empty. */
function missing(text: string): readonly string[] {
  return text
    .split(/\n\n+/)
    .filter(
      (entry) =>
        /^msgid "/m.test(entry) &&
        !/^msgid ""\nmsgstr/m.test(entry) &&
        /^msgstr ""$(?!\n")/m.test(entry),
    )
    .map((entry) => /^msgid .*$/m.exec(entry)?.[0] ?? '');
}

async function catalogues(): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.po')).sort();
  return new Map(
    await Promise.all(
      files.map(
        async (name) =>
          [`web/src/messages/${name}`, await readFile(path.join(folder, name), 'utf8')] as const,
      ),
    ),
  );
}

async function putBack(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [file, text] of after) {
    const old = before.get(file);
    if (old === undefined) await rm(inProject(file));
    else if (old !== text) await writeFile(inProject(file), old);
  }
}
