// Lets Node.js run the API from its sources: types it strips by itself, decorators it leaves to swc. For `npm run dev`,
// the race and the proof.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const sources = ['src', 'test', 'proof'].map(
  (folder) => new URL(`../api/${folder}/`, import.meta.url).href,
);

registerHooks({
  load(url, context, nextLoad) {
    if (!sources.some((folder) => url.startsWith(folder)) || !url.endsWith('.ts'))
      return nextLoad(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      sourceMaps: 'inline',
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: 'es2024',
      },
      module: { type: 'es6' },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
