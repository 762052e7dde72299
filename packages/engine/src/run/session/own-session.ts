import { workerName } from './worker-name';

/**
 * What an earlier migration left of its own on the session (settings, temporary tables, cursors): a migration does the same
 * whether it runs alone or after others. Who it runs as is given back by {@link ownIdentity}.
 */
export const resetSession = 'RESET ALL; DISCARD TEMP; CLOSE ALL';

/** As whom the runner connected, whatever role a migration SET: what keeps the history may not be another role's to write. */
export const ownIdentity = 'RESET SESSION AUTHORIZATION; RESET ROLE';

/** The same until the end of the transaction: the next statement of the migration runs as the role that it SET. */
export const ownIdentityMeanwhile = 'SET LOCAL SESSION AUTHORIZATION DEFAULT; SET LOCAL role TO DEFAULT';

/** Whether a statement says how the session is from then on. What resumes a migration has to say it again. */
export function isSessionSetting(sql: string): boolean {
  return /^\s*(?:SET\s+(?!LOCAL\b|CONSTRAINTS\b|TRANSACTION\b)|RESET\s|SELECT\s+(?:pg_catalog\s*\.\s*)?set_config\s*\()/i.test(
    sql,
  );
}

/** Begins a transaction on a session like that. Itself in one of its own: what transactions are by default counts from the next one on. */
export const startAfresh = `START TRANSACTION; ${resetSession}; COMMIT; START TRANSACTION`;

/**
 * Behind a pooler, where the name of the connection is another one's, or gone with `RESET ALL`: by it a runner that has lost
 * the connection knows that its transaction goes on.
 */
export function nameWorker(direction: 'up' | 'down'): string {
  return `SET LOCAL application_name = '${workerName(direction)}'`;
}

/** The single statements of a text like those above. */
export function statementsOf(text: string): readonly string[] {
  return text.split('; ');
}
