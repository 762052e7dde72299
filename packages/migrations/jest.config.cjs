module.exports = {
  ...require('../../jest.base.cjs'),
  globalSetup: '<rootDir>/test/start-server.ts',
  globalTeardown: '<rootDir>/test/stop-server.ts',
};
