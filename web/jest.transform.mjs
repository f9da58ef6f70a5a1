import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createCompiledCatalog } from '@lingui/cli/api';
import { formatter } from '@lingui/format-po';
import { transformSync } from '@swc/core';
import { contractForPages, contractSource } from './contract-for-pages.mjs';
import { expandMacros, hasMacros } from './macros.mjs';

const own = ['jest.transform.mjs', 'macros.mjs', 'contract-for-pages.mjs'];
const version = createHash('sha256')
  .update(own.map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8')).join(''))
  .digest('hex');

const options = (filename) => ({
  filename,
  configFile: false,
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', tsx: filename.endsWith('x') },
    transform: { react: { runtime: 'automatic' } },
  },
});

/** A catalogue, compiled as for the browser. A sentence without a translation is left out, so that a spec sees it. */
function catalogue(text, filename) {
  const locale = path.basename(path.dirname(filename));
  const entries = formatter().parse(text, { locale, sourceLocale: 'en', filename });
  const messages = Object.entries(entries)
    .map(([id, { translation, message }]) => [id, translation || (locale === 'en' ? message : '')])
    .filter(([, words]) => words);
  return createCompiledCatalog(locale, Object.fromEntries(messages), { namespace: 'es' }).source;
}

/** The contract made light and the macros expanded, both as for the browser; then types and JSX away. */
function source(text, filename) {
  const light = contractSource.test(filename) ? contractForPages(text, filename).code : text;
  const expanded = hasMacros.test(light) ? expandMacros(light, filename).code : light;
  return transformSync(expanded, options(filename)).code;
}

export default {
  process: (text, filename) => ({
    code: filename.endsWith('.po') ? catalogue(text, filename) : source(text, filename),
  }),
  getCacheKey: (text, filename) =>
    createHash('sha256').update(version).update(filename).update(text).digest('hex'),
};
