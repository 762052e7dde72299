import { randomBytes } from 'node:crypto';
import { type Client, escapeIdentifier } from 'pg';
import { withConnection } from '../connect/connect';
import { withDatabase } from '../connect/with-database';
import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';
import { RetortError } from '../errors/retort-error';
import { sweepScratchDatabases } from './sweep-scratch-databases';

export interface ScratchDatabase {
  readonly name: string;
  readonly url: string;
}

export interface ScratchOptions {
  /** The database to clone; default: an empty one (`template0`). Nobody may be connected to it. */
  readonly template?: string;
}

/**
 * Makes a throw-away database on the server of `serverUrl`, hands it to `use`, and drops it however `use` ends.
 * Databases that a killed process left behind are swept first: the name holds the time of its making.
 *
 * @see https://www.postgresql.org/docs/current/sql-createdatabase.html
 */
export async function withScratchDatabase<T>(
  serverUrl: string,
  use: (scratch: ScratchDatabase) => Promise<T>,
  { template = 'template0' }: ScratchOptions = {},
): Promise<T> {
  const name = `retort_scratch_${Date.now()}_${randomBytes(4).toString('hex')}`;
  await withConnection(
    serverUrl,
    async (server, target) => {
      await sweepScratchDatabases(server, Date.now());
      await createScratchDatabase(server, name, template, target.shown);
    },
    'retort scratch',
  );
  let result: T;
  try {
    result = await use({ name, url: withDatabase(serverUrl, name) });
  } catch (error) {
    const notDropped = await dropScratchDatabase(serverUrl, name);
    // What `use` threw is what matters; a database that is left over is swept by a later run.
    throw notDropped === undefined || !(error instanceof Error) || error.cause !== undefined
      ? error
      : Object.assign(error, { cause: notDropped });
  }
  const notDropped = await dropScratchDatabase(serverUrl, name);
  if (notDropped !== undefined) throw notDropped;
  return result;
}

async function createScratchDatabase(
  server: Client,
  name: string,
  template: string,
  shown: string,
): Promise<void> {
  try {
    await server.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`);
  } catch (error) {
    if (errorCode(error) !== '42501') throw error;
    const { rows } = await server.query<{ role: string }>('SELECT current_user AS role');
    const role = rows[0]?.role ?? '';
    throw new RetortError({
      what: `The role ${role} may not create a scratch database: ${errorMessage(error)}.`,
      at: shown,
      next: `ALTER ROLE ${escapeIdentifier(role)} CREATEDB; or use a server of your own for this command: make setup`,
      cause: error,
    });
  }
}

/** On a connection of its own: the first would have been idle all the while, and servers close such ones. */
async function dropScratchDatabase(serverUrl: string, name: string): Promise<RetortError | undefined> {
  const drop = `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`;
  try {
    await withConnection(serverUrl, (server) => server.query(drop), 'retort scratch');
    return undefined;
  } catch (error) {
    return new RetortError({
      what: `The scratch database ${name} was not dropped: ${errorMessage(error)}.`,
      at: name,
      next: `${drop}; or leave it: an hour from now, the next command that needs a scratch database drops it`,
      cause: error,
    });
  }
}
