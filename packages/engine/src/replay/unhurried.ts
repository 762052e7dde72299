import type { RunQuery } from '../connect/run-query';
import type { Migration } from '../history/history';
import { renderLimits } from '../run/session/session-limits';

/**
 * What migrations are begun with on a scratch database, where they hold up nobody: a role's timeouts are meant for
 * applications, and the session is reset before each.
 */
export async function readUnhurried(query: RunQuery): Promise<(migration: Migration) => string> {
  const [server] = await query("SELECT pg_catalog.current_setting('server_version_num')::int AS version");
  const none = { statementLockTimeoutMs: 0, statementTimeoutMs: 0, lockRetries: 0 };
  const limits = { ...none, serverVersion: Number(server?.version), isPooled: false };
  return ({ instance }) => renderLimits(limits, instance.transaction === false ? 'session' : 'transaction');
}
