import { startTestServer, type TestServer } from '@retort/services/testing';

declare global {
  var retortTestServer: TestServer | undefined;
}

/** One Postgres for the run; `RETORT_TEST_BINARIES` names the folder of another one than the embedded. */
export default async function startServer(): Promise<void> {
  const binaries = process.env.RETORT_TEST_BINARIES;
  globalThis.retortTestServer = await startTestServer(binaries === undefined ? {} : { binaries });
}
