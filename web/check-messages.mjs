import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formatter } from '@lingui/format-po';

// `npm run messages:check`: the catalogues hold what the sources say, nothing is missing, and one sentence has one
// translation, since the catalogues of a language become one. Where one English word is two things, give it a context.
const folder = path.join(import.meta.dirname, 'src/messages');
const lingui = path.join(import.meta.dirname, '../node_modules/.bin/lingui');
const wanted = process.env['MESSAGES_OF']?.split(',');
let isFine = true;

for (const check of [
  ['sync', '--clean'],
  ['missing', '--mode', 'catalog'],
]) {
  try {
    execFileSync(lingui, ['check', ...check], { cwd: import.meta.dirname, stdio: 'inherit' });
  } catch {
    isFine = false;
  }
}

for (const language of ['nl', 'fr']) {
  const seen = new Map();
  for (const file of readdirSync(path.join(folder, language)).toSorted()) {
    const filename = path.join(folder, language, file);
    const entries = formatter().parse(readFileSync(filename, 'utf8'), {
      locale: language,
      sourceLocale: 'en',
      filename,
    });
    for (const [id, { message, translation }] of Object.entries(entries)) {
      const before = seen.get(id);
      const concerns =
        !wanted || [file, before?.file].some((one) => wanted.includes(one?.replace('.po', '')));
      if (before && translation && before.translation !== translation && concerns) {
        console.error(
          `${language}: “${message}” is “${before.translation}” in ${before.file} and “${translation}” in ${file}`,
        );
        isFine = false;
      }
      if (translation) seen.set(id, before ?? { file, translation });
    }
  }
}
process.exitCode = isFine ? 0 : 1;
