import { startTestServer, type TestServer } from '@retort/services/testing';

declare global {
  var retortMigrationsTestServer: TestServer | undefined;
}

export default async function startServer(): Promise<void> {
  globalThis.retortMigrationsTestServer = await startTestServer();
}
