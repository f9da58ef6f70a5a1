export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  // A busy machine makes everything slow; a spec that hangs is still found.
  testTimeout: 30_000,
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/test/harness/global-setup.mjs',
  globalTeardown: '<rootDir>/test/harness/global-teardown.mjs',
  roots: ['<rootDir>/src', '<rootDir>/domain/src', '<rootDir>/contract/src', '<rootDir>/vault/src', '<rootDir>/planner/src', '<rootDir>/test'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2024',
        },
        module: { type: 'es6' },
      },
    ],
  },
};
