import { parseDatabaseUrl } from '../../connect/parse-database-url';
import type { RunQuery } from '../../connect/run-query';
import { RetortError } from '../../errors/retort-error';

/** @throws RetortError of kind `refused` where nothing can be written: a standby, or a session that only reads. */
export async function refuseReadOnly(query: RunQuery, url: string): Promise<void> {
  const [found] = await query(
    `SELECT pg_catalog.pg_is_in_recovery() AS standby, pg_catalog.current_setting('default_transaction_read_only') = 'on' AS "readOnly"`,
  );
  if (found?.standby !== true && found?.readOnly !== true) return;
  throw new RetortError({
    what:
      found.standby === true
        ? 'The server is a standby, which only reads: nothing can be migrated there.'
        : 'The sessions of this role, database or URL only read (default_transaction_read_only).',
    at: parseDatabaseUrl(url).shown,
    next:
      found.standby === true
        ? 'Set POSTGRES_URL to the primary server.'
        : 'Connect as a role that writes, or take default_transaction_read_only out of its settings.',
    kind: 'refused',
  });
}
