import { startTestServer, type TestServer } from '@retort/services/testing';

declare global {
  var retortTestServer: TestServer | undefined;
}

/** One Postgres for the whole run; each test file makes databases of its own in it. */
export default async function globalSetup(): Promise<void> {
  globalThis.retortTestServer = await startTestServer();
}
