export { createTemplateDatabase } from './template-database';
export { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
export { startTestServer, type TestServer, type TestServerOptions } from './test-server';
