export default {
  testEnvironment: '<rootDir>/jest.environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx', '.po'],
  testTimeout: 30_000,
  roots: ['<rootDir>/src'],
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  moduleNameMapper: { '^@shelter-city/(contract|domain)/(.*)$': '<rootDir>/../api/$1/src/$2.ts' },
  transform: {
    '\\.tsx?$': '<rootDir>/jest.transform.mjs',
    '\\.po$': '<rootDir>/jest.transform.mjs',
  },
};
