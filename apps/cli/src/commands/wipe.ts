import {
  type Database,
  parseDatabaseUrl,
  readProtection,
  withConnection,
  withDatabase,
} from '@retort/engine/runner';
import { type Client, escapeIdentifier } from 'pg';
import type { Context } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { quote } from '../output/quote';
import { unlessNameTyped } from './unless-name-typed';

export interface WipeFlags {
  /** The name of the database, typed: needed where it is not on this machine. */
  readonly confirm: string | undefined;
}

/** Drops the database and leaves the server. */
export async function wipe(context: Context, { confirm }: WipeFlags): Promise<ExitCode> {
  const { reporter } = context;
  const database = await resolveDatabase(context);
  const { database: name } = parseDatabaseUrl(database.url);
  await refuseUnconfirmed(database, confirm);
  const existed = await dropDatabase(database);
  reporter.line(
    existed ? `Dropped the database ${name}; the server still runs.` : `There is no database ${name}.`,
  );
  reporter.line('Next, to begin again: make setup');
  reporter.document({ command: 'wipe', database: name, dropped: existed });
  return exitCodes.done;
}

/** @throws RetortError of kind `refused` where its name has to be typed, and was not. */
async function refuseUnconfirmed(database: Database, confirm: string | undefined): Promise<void> {
  const { database: name, isLocal } = parseDatabaseUrl(database.url);
  const refused = unlessNameTyped(
    database,
    confirm,
    `To drop it with everything in it: make wipe CONFIRM=${quote(name)}`,
  );
  if (refused === undefined) return;
  if (!isLocal) {
    throw refused(
      `The database ${name} is not on this machine, so it is dropped only when its name is typed.`,
    );
  }
  const isThere = await withServerOf(database, isOn);
  const protection = isThere ? await readProtection(database) : undefined;
  if (protection !== undefined) {
    throw refused(
      `The database ${name} is protected (${protection}), so it is dropped only when its name is typed.`,
    );
  }
}

/**
 * Says whether it was there.
 *
 * @see https://www.postgresql.org/docs/current/sql-dropdatabase.html
 */
async function dropDatabase(database: Database): Promise<boolean> {
  return withServerOf(database, async (server, name) => {
    const existed = await isOn(server, name);
    await server.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
    return existed;
  });
}

/** Connects to another database of the same server: nobody drops the one that they are connected to. */
async function withServerOf<T>(
  { url }: Database,
  use: (server: Client, name: string) => Promise<T>,
): Promise<T> {
  const { database: name } = parseDatabaseUrl(url);
  const other = name === 'postgres' ? 'template1' : 'postgres';
  return withConnection(withDatabase(url, other), (server) => use(server, name));
}

async function isOn(server: Client, name: string): Promise<boolean> {
  const { rowCount } = await server.query('SELECT FROM pg_catalog.pg_database WHERE datname = $1', [name]);
  return rowCount === 1;
}
