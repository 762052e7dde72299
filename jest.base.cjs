// What every package's jest.config.cjs starts from.
module.exports = {
  testEnvironment: 'node',
  // Packages are resolved to their sources, so that a test never runs against a stale build.
  testEnvironmentOptions: { customExportConditions: ['@retort/source', 'require', 'node', 'default'] },
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testTimeout: 60_000,
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
