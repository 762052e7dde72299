import { startTestServer, type TestServer } from '@retort/services/testing';

declare global {
  var retortTestServer: TestServer | undefined;
}

export default async function globalSetup(): Promise<void> {
  globalThis.retortTestServer = await startTestServer();
}
