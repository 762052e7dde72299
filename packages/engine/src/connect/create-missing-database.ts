import { escapeIdentifier } from 'pg';
import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';
import { RetortError } from '../errors/retort-error';
import { withConnection } from './connect';
import { type DatabaseUrl, parseDatabaseUrl } from './parse-database-url';
import { withDatabase } from './with-database';

/**
 * Makes the database of a URL, empty, where its server is on this machine and does not have it.
 *
 * @returns whether it was made.
 * @throws RetortError that says why there is no connection, or that the role may not make it.
 * @see https://www.postgresql.org/docs/current/sql-createdatabase.html
 */
export async function createMissingDatabase(url: string): Promise<boolean> {
  const target = parseDatabaseUrl(url);
  if (await exists(url, target)) return false;
  return withConnection(withDatabase(url, 'postgres'), async (server) => {
    try {
      await server.query(`CREATE DATABASE ${escapeIdentifier(target.database)}`);
      return true;
    } catch (error) {
      // Somebody else has made it meanwhile.
      if (errorCode(error) === '42P04' || errorCode(error) === '23505') return false;
      throw explainCreation(error, target);
    }
  });
}

async function exists(url: string, { isLocal }: DatabaseUrl): Promise<boolean> {
  try {
    return await withConnection(url, () => Promise.resolve(true));
  } catch (error) {
    if (isLocal && error instanceof RetortError && errorCode(error.cause) === '3D000') return false;
    throw error;
  }
}

function explainCreation(error: unknown, { database, user, shown }: DatabaseUrl): unknown {
  if (errorCode(error) !== '42501') return error;
  return new RetortError({
    what: `The database ${database} does not exist, and the role may not make it: ${errorMessage(error)}.`,
    at: shown,
    next: `Let a superuser make it: CREATE DATABASE ${escapeIdentifier(database)} OWNER ${escapeIdentifier(user ?? 'your_role')};`,
    cause: error,
  });
}
