import { parseDatabaseUrl, RetortError, withConnection, withDatabase } from '@retort/engine';
import { escapeIdentifier } from 'pg';
import { type Context, resolveDatabase } from '../context';
import { type ExitCode, exitCodes } from '../output/exit-code';

export interface WipeFlags {
  /** The name of the database, typed: needed where it is not on this machine. */
  readonly confirm: string | undefined;
}

/** Drops the database and leaves the server. */
export async function wipe(context: Context, { confirm }: WipeFlags): Promise<ExitCode> {
  const { reporter } = context;
  const { url } = await resolveDatabase(context);
  const { database, shown, isLocal } = parseDatabaseUrl(url);
  if (confirm === undefined ? !isLocal : confirm !== database) {
    throw new RetortError({
      what:
        confirm === undefined
          ? `The database ${database} is not on this machine, so it is dropped only when its name is typed.`
          : `CONFIRM says ${confirm}, and the database is ${database}.`,
      at: shown,
      next: `To drop it with everything in it: make wipe CONFIRM=${database}`,
      kind: 'refused',
    });
  }
  const existed = await dropDatabase(url, database);
  reporter.line(
    existed
      ? `Dropped the database ${database}; the server still runs.`
      : `There is no database ${database}.`,
  );
  reporter.line('Next, to begin again: make setup');
  reporter.document({ command: 'wipe', database, dropped: existed });
  return exitCodes.done;
}

/** @see https://www.postgresql.org/docs/current/sql-dropdatabase.html */
async function dropDatabase(url: string, database: string): Promise<boolean> {
  const maintenance = database === 'postgres' ? 'template1' : 'postgres';
  return withConnection(withDatabase(url, maintenance), async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_catalog.pg_database WHERE datname = $1', [
      database,
    ]);
    await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(database)} WITH (FORCE)`);
    return rowCount === 1;
  });
}
