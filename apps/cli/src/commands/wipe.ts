import {
  type Database,
  parseDatabaseUrl,
  RetortError,
  readProtection,
  withConnection,
  withDatabase,
} from '@retort/engine/runner';
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
  const known = await resolveDatabase(context);
  const { url } = known;
  const { database, shown, isLocal } = parseDatabaseUrl(url);
  const protection = confirm === undefined && isLocal ? await protectionOf(known) : undefined;
  if (confirm === undefined ? !isLocal || protection !== undefined : confirm !== database) {
    throw new RetortError({
      what:
        confirm === undefined
          ? protection !== undefined
            ? `The database ${database} is protected (${protection}), so it is dropped only when its name is typed.`
            : `The database ${database} is not on this machine, so it is dropped only when its name is typed.`
          : `The name that was typed is ${confirm}, and the database is ${database}.`,
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

/** A database that is not there is not protected. */
async function protectionOf(database: Database): Promise<string | undefined> {
  const name = parseDatabaseUrl(database.url).database;
  const maintenance = withDatabase(database.url, name === 'postgres' ? 'template1' : 'postgres');
  const exists = await withConnection(maintenance, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_catalog.pg_database WHERE datname = $1', [name]);
    return rowCount === 1;
  });
  return exists ? readProtection(database) : undefined;
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
