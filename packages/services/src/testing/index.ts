export { startTestServer, type TestServerOptions } from './start-test-server';
export { createTemplateDatabase } from './template-database';
export { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
export { hasTestRedis, startTestRedis, type TestRedis } from './test-redis';
export type { TestServer } from './test-server';
