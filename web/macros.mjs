import { transformSync } from '@babel/core';
import macro from '@lingui/babel-plugin-lingui-macro';

/** Whether a source has text to expand. */
export const hasMacros = /from '@lingui\/(?:core|react)\/macro'/;

/**
 * Expands Lingui's macros and leaves types and JSX as they are. Babel's plugin and not the native one: npm skips the
 * native one's optional package when the machine's own Node is older than the project's, as in a fresh clone.
 *
 * @param {string} code
 * @param {string} filename
 * @returns {{ code: string, map: import('@babel/core').BabelFileResult['map'] }}
 */
export function expandMacros(code, filename) {
  const result = transformSync(code, {
    filename,
    babelrc: false,
    configFile: false,
    sourceMaps: true,
    parserOpts: { plugins: filename.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
    generatorOpts: { retainLines: true },
    plugins: [[macro, { descriptorFields: 'id-only' }]],
  });
  return { code: result?.code ?? code, map: result?.map ?? null };
}
