import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';
import { RetortError } from '../errors/retort-error';
import { journalTable } from './journal-entry';
import { type MigrationsTable, qualifiedName } from './migrations-location';

/** Says which right is missing, and that a server is read-only. */
export function explainTableError(
  error: unknown,
  location: MigrationsTable,
  action: 'made' | 'read',
  right: string,
): unknown {
  const explained = (next: string) =>
    new RetortError({
      what: `${location.table === journalTable ? 'The journal' : "TypeORM's table"} of what ran cannot be ${action}: ${errorMessage(error)}.`,
      at: qualifiedName(location),
      next,
      cause: error,
    });
  if (errorCode(error) === '42501') {
    return explained(`Connect as a role that may, or give yours the right: GRANT ${right} TO your_role`);
  }
  // undefined_column
  if (errorCode(error) === '42703' && location.table === journalTable) {
    return explained(
      `Another version of retort made it: use that one. Or let it be made anew from the files as they are: DROP TABLE ${qualifiedName(location)}; then: make db-migrate`,
    );
  }
  if (errorCode(error) === '25006') return explained('Connect to the primary server: this one is read-only.');
  return error;
}
