export { createTemplateDatabase } from './template-database';
export { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
export { startTestRedis, type TestRedis } from './test-redis';
export { startTestServer, type TestServer, type TestServerOptions } from './test-server';
