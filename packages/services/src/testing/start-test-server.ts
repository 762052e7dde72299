import { ServiceError } from '../errors/service-error';
import { startContainerServer } from './container-server';
import { startEmbeddedServer } from './embedded-server';
import type { TestServer } from './test-server';

export interface TestServerOptions {
  /** A folder with bin/postgres, to test against that Postgres; default: the embedded one. */
  readonly binaries?: string;
}

/**
 * The body of a Jest globalSetup: starts one Postgres for this run and puts its URL into RETORT_TEST_SERVER, where
 * {@link createTestDatabase} finds it. With TEST_DATABASE=testcontainers it is a container.
 * Its data is worth nothing: it is faster for not being kept safe.
 */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const started = await start(options);
  const previous = process.env.RETORT_TEST_SERVER;
  process.env.RETORT_TEST_SERVER = started.url;
  return {
    url: started.url,
    async stop() {
      if (previous === undefined) delete process.env.RETORT_TEST_SERVER;
      else process.env.RETORT_TEST_SERVER = previous;
      await started.stop();
    },
  };
}

function start({ binaries }: TestServerOptions): Promise<TestServer> {
  if (binaries !== undefined) return startEmbeddedServer(binaries);
  const where = process.env.TEST_DATABASE;
  switch (where) {
    case undefined:
    case '':
    case 'embedded':
      return startEmbeddedServer(undefined);
    case 'testcontainers':
      return startContainerServer();
    default:
      throw new ServiceError({
        what: `There is no test database of the kind ${where}.`,
        at: 'TEST_DATABASE',
        next: 'Unset it, or set it to embedded or testcontainers',
        kind: 'settings',
      });
  }
}
