import type { Client } from 'pg';
import { withConnection } from '../connect/connect';
import { withScratchDatabase } from './scratch-database';

/** One scratch database with one connection, made when it is first asked for. */
export interface ScratchSlot {
  /** Runs `use` in a transaction that is rolled back: the database is empty again. */
  readonly tryOut: <T>(use: (client: Client) => Promise<T>) => Promise<T>;
  /** Hands out the connection for good: what comes after would not find the database empty. */
  readonly take: () => Promise<Client>;
}

/** Whatever was made is dropped however `use` ends. */
export async function withScratchSlot<T>(
  serverUrl: string,
  use: (slot: ScratchSlot) => Promise<T>,
): Promise<T> {
  let opened: Promise<Client> | undefined;
  let close = (): void => undefined;
  let closed: Promise<void> = Promise.resolve();
  const open = () => {
    opened ??= new Promise<Client>((ready, fail) => {
      const done = new Promise<void>((finish) => {
        close = finish;
      });
      closed = withScratchDatabase(serverUrl, ({ url }) =>
        withConnection(url, async (client) => {
          ready(client);
          await done;
        }),
      );
      closed.catch(fail);
    });
    return opened;
  };
  let result: T;
  try {
    result = await use({
      take: open,
      async tryOut(attempt) {
        const client = await open();
        await client.query('BEGIN');
        try {
          return await attempt(client);
        } finally {
          await client.query('ROLLBACK');
        }
      },
    });
  } catch (error) {
    close();
    // What `use` threw is what matters; a database that is left over is swept by a later run.
    await closed.catch(() => undefined);
    throw error;
  }
  close();
  await closed;
  return result;
}
