import { randomBytes } from 'node:crypto';
import type { PostgreSqlContainer, StartedPostgreSqlContainer } from '@testcontainers/postgresql';
import { errorMessage } from '../errors/error-message';
import { ServiceError } from '../errors/service-error';
import { askPostgres } from '../postgres/ask-postgres';
import type { TestServer } from './test-server';
import { testSettings } from './test-settings';

const image = 'postgres:18-alpine';

/** Starts a Postgres in a container, by Testcontainers, which removes it when the run ends (TESTCONTAINERS_RYUK_DISABLED: only when it ends well). */
export async function startContainerServer(): Promise<TestServer> {
  const Container = await loadContainerClass();
  try {
    const started = await new Container(image)
      .withUsername('postgres')
      .withPassword(randomBytes(18).toString('base64url'))
      .withDatabase('postgres')
      .withCommand([
        'postgres',
        ...Object.entries(testSettings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ])
      .start();
    return {
      url: await chooseUrl(started),
      stop: async () => {
        await started.stop();
      },
    };
  } catch (cause) {
    throw new ServiceError({
      what: /container runtime/.test(errorMessage(cause))
        ? 'No Docker engine answers, and the test database was to be a container.'
        : `The test database's container (${image}) did not start: ${errorMessage(cause)}`,
      at: 'TEST_DATABASE=testcontainers',
      next: 'Start Docker, or unset TEST_DATABASE to use the embedded Postgres',
      cause,
    });
  }
}

/**
 * By 127.0.0.1 where that leads to it (only it knows the password). Testcontainers says localhost, which may mean ::1,
 * where Docker publishes another port, or, in a container, the gateway, which to others looks like a far server.
 */
async function chooseUrl(started: StartedPostgreSqlContainer): Promise<string> {
  const url = new URL(started.getConnectionUri());
  url.hostname = '127.0.0.1';
  const answer = await askPostgres(url.toString());
  return answer.kind === 'answers' ? url.toString() : started.getConnectionUri();
}

/** Loaded only when asked for: it is large, and whoever tests on the embedded Postgres need not have it. */
async function loadContainerClass(): Promise<typeof PostgreSqlContainer> {
  try {
    return (await import('@testcontainers/postgresql')).PostgreSqlContainer;
  } catch (cause) {
    throw new ServiceError({
      what: 'TEST_DATABASE=testcontainers needs the package @testcontainers/postgresql, which cannot be loaded.',
      at: 'TEST_DATABASE=testcontainers',
      next: 'pnpm add --save-dev @testcontainers/postgresql, or unset TEST_DATABASE',
      kind: 'settings',
      cause,
    });
  }
}
