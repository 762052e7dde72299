import { type Client, escapeIdentifier } from 'pg';
import { errorCode } from '../errors/error-code';

const staleAfterMs = 60 * 60 * 1000;

/** Drops the scratch databases of this role that are over an hour old and that nobody is connected to: their makers were killed. */
export async function sweepScratchDatabases(server: Client, nowMs: number): Promise<void> {
  // DROP DATABASE waits 5 s for whoever is connected, so such databases are not even tried.
  const { rows } = await server.query<{ name: string }>(
    `SELECT datname AS name FROM pg_catalog.pg_database d
      WHERE datname ~ '^retort_scratch_[0-9]{13}_[0-9a-f]{8}$' AND pg_catalog.pg_has_role(datdba, 'MEMBER')
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid)`,
  );
  for (const { name } of rows) {
    if (nowMs - madeAtMs(name) > staleAfterMs) await dropUnlessInUse(server, name);
  }
}

function madeAtMs(name: string): number {
  return Number(name.split('_')[2]);
}

async function dropUnlessInUse(server: Client, name: string): Promise<void> {
  try {
    await server.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)}`);
  } catch (error) {
    // Somebody connected to it meanwhile: it is in use, so it stays.
    if (errorCode(error) !== '55006') throw error;
  }
}
