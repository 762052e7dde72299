import type { Client } from 'pg';
import { isConnectionLost } from '../errors/is-connection-lost';

/** Asks the connection, not TypeORM: a migration may have begun its transaction in SQL. */
export async function rollBack(client: Client): Promise<void> {
  if (client.getTransactionStatus() === 'I') return;
  try {
    await client.query('ROLLBACK');
  } catch (error) {
    // The connection is gone, and the server has rolled back with it: the first error says why.
    if (!isConnectionLost(error)) throw error;
  }
}
