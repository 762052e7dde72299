import { join } from 'node:path';
import { startTestServer, type TestServer } from '@retort/services/testing';

declare global {
  var retortTestServer: TestServer | undefined;
}

const embeddedMajor = '18';

/**
 * Starts a Postgres of the first major in `RETORT_TEST_MAJORS` (default: the embedded one's). Of a major that no package
 * has, `RETORT_TEST_POSTGRES_15=/usr/lib/postgresql/15` says where it is.
 */
export default async function globalSetup(): Promise<void> {
  const [major = embeddedMajor] = (process.env.RETORT_TEST_MAJORS ?? embeddedMajor).split(',');
  const named = process.env[`RETORT_TEST_POSTGRES_${major}`];
  const packaged = join(__dirname, '..', '..', '..', 'node_modules', `postgres-${major}`, 'native');
  const binaries = named ?? (major === embeddedMajor ? undefined : packaged);
  globalThis.retortTestServer = await startTestServer(binaries === undefined ? {} : { binaries });
}
