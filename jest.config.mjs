/** The specs of the tools and the scripts; the workspaces `api` and `web` have their own. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  roots: ['<rootDir>/prisma/tools', '<rootDir>/scripts', '<rootDir>/docker'],
  // Not the default, which takes scripts/test.ts for a spec.
  testMatch: ['**/*.spec.ts'],
  testTimeout: 30_000,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
};
