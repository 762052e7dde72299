module.exports = {
  ...require('../../jest.base.cjs'),
  // Postgres does most of the work, in processes of its own.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/start-server.ts',
  globalTeardown: '<rootDir>/test/stop-server.ts',
};
