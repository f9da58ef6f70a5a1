import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createCompiledCatalog, getCatalogForFile, getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { transform } from '@swc/core';
import { contractForPages, contractSource } from './contract-for-pages.mjs';
import { expandMacros, hasMacros } from './macros.mjs';

const here = import.meta.dirname;
const own = ['jest.transform.mjs', 'macros.mjs', 'contract-for-pages.mjs'];
const version = createHash('sha256')
  .update(own.map((file) => readFileSync(path.join(here, file), 'utf8')).join(''))
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

/** A catalogue as the Vite plugin would compile it. */
async function catalogue(filename) {
  const config = getConfig({ configPath: path.join(here, 'lingui.config.ts') });
  const found = getCatalogForFile(path.relative(here, filename), await getCatalogs(config));
  const { messages } = await found.catalog.getTranslations(found.locale, {
    fallbackLocales: false,
    sourceLocale: config.sourceLocale,
  });
  return createCompiledCatalog(found.locale, messages, { namespace: 'es' }).source;
}

/** The macros first, as for the browser; then types and JSX away. */
async function source(text, filename) {
  const { code } = contractSource.test(filename)
    ? await contractForPages(text, filename)
    : hasMacros.test(text)
      ? await expandMacros(text, filename)
      : { code: text };
  return (await transform(code, options(filename))).code;
}

export default {
  process() {
    throw new Error('Only ES modules are tested here: start Jest with --experimental-vm-modules.');
  },
  async processAsync(text, filename) {
    return { code: await (filename.endsWith('.po') ? catalogue(filename) : source(text, filename)) };
  },
  getCacheKey: (text, filename) => createHash('sha256').update(version).update(filename).update(text).digest('hex'),
};
