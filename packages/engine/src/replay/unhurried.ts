import type { Migration } from '../history/history';

/**
 * What a migration is begun with on a scratch database: a role's timeouts are meant for applications, and its session is
 * reset before each.
 */
export function unhurried({ instance }: Migration): string {
  const set = instance.transaction === false ? 'SET' : 'SET LOCAL';
  return `${set} statement_timeout = 0; ${set} idle_in_transaction_session_timeout = 0`;
}
