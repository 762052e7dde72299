import { randomBytes } from 'node:crypto';
import { type Client, escapeIdentifier } from 'pg';
import { withConnection } from '../connect/connect';
import { queryUntimed } from '../connect/lift-timeouts';
import { type DatabaseUrl, parseDatabaseUrl } from '../connect/parse-database-url';
import { withDatabase } from '../connect/with-database';
import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';
import { RetortError } from '../errors/retort-error';
import { together } from '../read/together';
import { sweepScratchDatabases } from './sweep-scratch-databases';

export interface ScratchDatabase {
  readonly name: string;
  readonly url: string;
}

export interface ScratchOptions {
  /** The database to clone; default: an empty one (`template0`). Nobody may be connected to it. */
  readonly template?: string;
  /** A connection to the server that is open anyway. */
  readonly server?: Client | undefined;
  /** Once it is aborted, `server` may still be running something, and is not waited for. */
  readonly signal?: AbortSignal | undefined;
}

/** What a database is made from in which there is to be nothing. */
export const emptyTemplate = 'template0';

/**
 * Makes a throw-away database on the server of `serverUrl`, hands it to `use`, and drops it however `use` ends.
 * Databases that a killed process left behind are swept: the name holds the time of its making.
 *
 * @see https://www.postgresql.org/docs/current/sql-createdatabase.html
 */
export async function withScratchDatabase<T>(
  serverUrl: string,
  use: (scratch: ScratchDatabase) => Promise<T>,
  { template = emptyTemplate, server: open, signal }: ScratchOptions = {},
): Promise<T> {
  const name = `retort_scratch_${Date.now()}_${randomBytes(4).toString('hex')}`;
  const create = async (server: Client, { shown }: Pick<DatabaseUrl, 'shown'>) => {
    await together(
      createScratchDatabase(server, name, template, shown),
      sweepScratchDatabases(server, Date.now()),
    );
  };
  if (open === undefined) await withConnection(serverUrl, create, 'retort scratch');
  else await create(open, parseDatabaseUrl(serverUrl));
  const drop = () => dropScratchDatabase(serverUrl, name, signal?.aborted === true ? undefined : open);
  let result: T;
  try {
    result = await use({ name, url: withDatabase(serverUrl, name) });
  } catch (error) {
    const notDropped = await drop();
    // What `use` threw is what matters; a database that is left over is swept by a later run.
    throw notDropped === undefined || !(error instanceof Error) || error.cause !== undefined
      ? error
      : Object.assign(error, { cause: notDropped });
  }
  const notDropped = await drop();
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
    const database = escapeIdentifier(name);
    await together(
      queryUntimed(server, `CREATE DATABASE ${database} TEMPLATE ${escapeIdentifier(template)}`),
      // It is not there after a crash: no commit in it need wait for the disk.
      server.query(`ALTER DATABASE ${database} SET synchronous_commit = off`),
    );
  } catch (error) {
    if (errorCode(error) === '25006') throw onlyReads(shown, error);
    // To copy another's database takes more than to make one: that is for the caller to mend.
    if (errorCode(error) !== '42501' || template !== emptyTemplate) throw error;
    const { rows } = await server.query<{ role: string }>('SELECT current_user AS role');
    const role = rows[0]?.role ?? '';
    throw new RetortError({
      what: `The role ${role} may not create a scratch database: ${errorMessage(error)}.`,
      at: shown,
      next: `ALTER ROLE ${escapeIdentifier(role)} CREATEDB; or name a server for scratch databases: RETORT_SCRATCH_URL (planMigration: scratch)`,
      cause: error,
    });
  }
}

/** A standby, or a session that `default_transaction_read_only` holds to reading. */
function onlyReads(shown: string, error: unknown): RetortError {
  return new RetortError({
    what: `No scratch database can be made where one only reads: ${errorMessage(error)}.`,
    at: shown,
    next: 'Name another server for scratch databases: RETORT_SCRATCH_URL (planMigration: scratch); or connect to the primary, as a role that writes',
    kind: 'refused',
    cause: error,
  });
}

/** On a connection of its own where there is none, or it was idle for so long that the server closed it. */
async function dropScratchDatabase(
  serverUrl: string,
  name: string,
  open: Client | undefined,
): Promise<RetortError | undefined> {
  const drop = `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`;
  const dropped = await (open && queryUntimed(open, drop))?.then(
    () => true,
    () => false,
  );
  if (dropped === true) return undefined;
  try {
    await withConnection(serverUrl, (server) => queryUntimed(server, drop), 'retort scratch');
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
