import { transformSync, types as t } from '@babel/core';

/** The folder of the contract's sources. */
export const contractSource = /[\\/]api[\\/]contract[\\/]src[\\/][\w-]+\.ts$/;

// What the pages get in place of the contract's own `endpoint.ts`.
const endpointModule = `
const absent = (part) => {
  throw new Error('The pages carry no "' + part + '" schema of an endpoint: import the schema by its own name.');
};
export const nothing = undefined;
export const done = undefined;
export const endpoint = ({ method, path }) => ({
  method,
  path,
  get params() { return absent('params'); },
  get query() { return absent('query'); },
  get body() { return absent('body'); },
  get reply() { return absent('reply'); },
});
`;

const kept = new Set(['method', 'path']);

/** Of an endpoint, the pages need where it is; the schemas that only the API checks would keep all of Zod alive. */
const lighten = {
  visitor: {
    /** @param {import('@babel/core').NodePath<import('@babel/types').CallExpression>} path */
    CallExpression(path) {
      const [spec] = path.node.arguments;
      if (t.isIdentifier(path.node.callee, { name: 'endpoint' }) && t.isObjectExpression(spec)) {
        spec.properties = spec.properties.filter(
          (property) =>
            t.isObjectProperty(property) &&
            t.isIdentifier(property.key) &&
            kept.has(property.key.name),
        );
      }
      // The contract only declares. Said so, a schema that no page names falls away.
      if (!path.getFunctionParent()) t.addComment(path.node, 'leading', '#__PURE__');
    },
  },
};

/**
 * A module of the contract as the pages need it: endpoints without schemas, and schemas that vanish when unused
 * (docs/decisions/0020-replies-are-checked-once.md). Jest uses it too, so that a page can't lean on what isn't there.
 *
 * @param {string} code
 * @param {string} filename
 * @returns {{ code: string, map: null }}
 */
export function contractForPages(code, filename) {
  if (/[\\/]endpoint\.ts$/.test(filename)) return { code: endpointModule, map: null };
  const result = transformSync(code, {
    filename,
    babelrc: false,
    configFile: false,
    parserOpts: { plugins: ['typescript'] },
    generatorOpts: { retainLines: true },
    plugins: [lighten],
  });
  return { code: result?.code ?? code, map: null };
}
