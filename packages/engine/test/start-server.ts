import { join } from 'node:path';
import { startTestServer, type TestServer } from '@retort/services/testing';

declare global {
  var retortTestServers: TestServer[] | undefined;
}

/**
 * Starts a Postgres of each major in `RETORT_TEST_MAJORS` (default: the embedded one's) and puts their URLs, by major, into
 * `RETORT_TEST_SERVERS`; the first is `RETORT_TEST_SERVER` too. Of a major that no package has,
 * `RETORT_TEST_POSTGRES_15=/usr/lib/postgresql/15` says where it is.
 */
export default async function startServers(): Promise<void> {
  const majors = (process.env.RETORT_TEST_MAJORS ?? embeddedMajor).split(',');
  const urls: Record<string, string> = {};
  globalThis.retortTestServers = [];
  // The last to start is the one in RETORT_TEST_SERVER.
  for (const major of majors.toReversed()) {
    const binaries = binariesOf(major);
    const server = await startTestServer(binaries === undefined ? {} : { binaries });
    globalThis.retortTestServers.push(server);
    urls[major] = server.url;
  }
  process.env.RETORT_TEST_SERVERS = JSON.stringify(urls);
}

const embeddedMajor = '18';

function binariesOf(major: string): string | undefined {
  const named = process.env[`RETORT_TEST_POSTGRES_${major}`];
  if (named !== undefined || major === embeddedMajor) {
    return named;
  }
  return join(__dirname, '..', '..', '..', 'node_modules', `postgres-${major}`, 'native');
}
