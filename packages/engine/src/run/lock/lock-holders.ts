import type { Client } from 'pg';

/** The sessions that hold the advisory lock of the key `$1`. */
export const lockHolders = `pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a USING (pid),
    (SELECT pg_catalog.hashtextextended($1, 0) AS key) k
  WHERE l.locktype = 'advisory' AND l.granted
    AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
    AND l.classid = ((k.key >> 32) & 4294967295)::oid AND l.objid = (k.key & 4294967295)::oid AND l.objsubid = 1`;

export async function describeHolder(client: Client, key: string): Promise<string> {
  const { rows } = await client.query<{
    pid: number;
    application: string;
    address: string;
    since: string | null;
  }>(
    `SELECT a.pid, a.application_name AS application, coalesce(host(a.client_addr), 'local') AS address,
       to_char(coalesce(a.xact_start, a.backend_start), 'YYYY-MM-DD HH24:MI:SS TZ') AS since FROM ${lockHolders}`,
    [key],
  );
  const [holder] = rows;
  return holder === undefined
    ? 'it has just finished'
    : `${holder.application}, process ${holder.pid} of the server, from ${holder.address}${holder.since === null ? '' : `, since ${holder.since}`}`;
}
