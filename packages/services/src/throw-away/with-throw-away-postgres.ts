import { startEmbeddedServer } from '../testing/embedded-server';

/**
 * Starts an embedded Postgres on a data folder of its own, hands the superuser's URL to `use`, and stops and removes it
 * however `use` ends. What is in it need not survive anything.
 *
 * @throws ServiceError where there is no embedded Postgres for this machine.
 */
export async function withThrowAwayPostgres<T>(use: (url: string) => Promise<T>): Promise<T> {
  const server = await startEmbeddedServer(undefined);
  try {
    return await use(server.url);
  } finally {
    await server.stop();
  }
}
