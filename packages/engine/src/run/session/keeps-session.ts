import { withConnection } from '../../connect/connect';
import type { Database } from '../../connect/database';
import { parseDatabaseUrl } from '../../connect/parse-database-url';
import type { RunQuery } from '../../connect/run-query';
import { errorMessage } from '../../errors/error-message';
import { RetortError } from '../../errors/retort-error';

/**
 * Whether a pooler keeps the session of a client for as long as that is connected: because the settings say so, or because
 * PgBouncer itself does, where the role may ask it. From outside nobody can tell: that a session was kept once may be luck.
 *
 * @see https://www.pgbouncer.org/usage.html#show-pools
 */
export async function keepsSession({ url, pooler }: Database): Promise<boolean> {
  if (pooler !== undefined) return pooler === 'session';
  const { database, user } = parseDatabaseUrl(url);
  const console = new URL(url);
  console.pathname = '/pgbouncer';
  try {
    const pools = await withConnection(String(console), async (client) => {
      const { rows } = await client.query<Readonly<Record<string, unknown>>>('SHOW POOLS');
      return rows;
    });
    const own = pools.filter((pool) => pool.database === database && pool.user === user);
    return own.length > 0 && own.every((pool) => pool.pool_mode === 'session');
  } catch {
    // It is another pooler, or does not let this role ask: then it is not known.
    return false;
  }
}

/**
 * Refuses where the settings say that it is kept, and another connection was given the session of `query`: a pooler gives
 * out first what it was given back last.
 */
export async function refuseSharedSession(query: RunQuery, { url, pooler }: Database): Promise<void> {
  if (pooler !== 'session') return;
  const [own] = await query(ask);
  const other = await askOther(url);
  const [after] = await query(ask);
  if (own?.pid === after?.pid && own?.pid !== other) return;
  throw new RetortError({
    what: 'POSTGRES_POOLER says that the pooler keeps the session of a client, and it gave that session to another one.',
    at: 'POSTGRES_POOLER',
    next: 'Remove POSTGRES_POOLER, and set POSTGRES_URL to the server itself instead of the pooler.',
    kind: 'settings',
  });
}

const ask = 'SELECT pg_catalog.pg_backend_pid() AS pid';

/** Undefined where there is no session left for it: none was given back then. */
async function askOther(url: string): Promise<number | undefined> {
  try {
    const question = { text: ask, query_timeout: 3000 };
    const { rows } = await withConnection(url, (client) => client.query<{ pid: number }>(question));
    return rows[0]?.pid;
  } catch (error) {
    if (errorMessage(error) === 'Query read timeout') return undefined;
    throw error;
  }
}
