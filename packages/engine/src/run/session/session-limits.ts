import type { Patience } from './retry-locks';

/** How long a session that migrates may do what. */
export interface SessionLimits extends Required<Patience> {
  /** Postgres's `server_version_num`. */
  readonly serverVersion: number;
  /** The session is somebody else's after the transaction. */
  readonly isPooled: boolean;
}

/**
 * The statements that set them, for the transaction that is open (`transaction`) or for the session. What a role's own
 * timeouts say of transactions and sessions that idle or last long is meant for applications, and is put aside.
 */
export function renderLimits(
  { statementLockTimeoutMs, statementTimeoutMs, serverVersion, isPooled }: SessionLimits,
  scope: 'transaction' | 'session',
): string {
  const set = scope === 'transaction' ? 'SET LOCAL' : 'SET';
  return [
    `${set} lock_timeout = ${statementLockTimeoutMs}`,
    `${set} statement_timeout = ${statementTimeoutMs}`,
    `${set} idle_in_transaction_session_timeout = 0`,
    ...(serverVersion < 170_000 ? [] : [`${set} transaction_timeout = 0`]),
    ...(isPooled ? [] : ['SET idle_session_timeout = 0']),
  ].join('; ');
}
