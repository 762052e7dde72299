import type { ClientBase } from 'pg';
import { together } from '../read/together';

/** What the settings of a role or a database end by themselves. The last is there since Postgres 17. */
const everyTimeout = [
  'idle_session_timeout',
  'statement_timeout',
  'idle_in_transaction_session_timeout',
  'transaction_timeout',
] as const;

type Timeout = (typeof everyTimeout)[number];

/** Switches timeouts of a session off, for work that may take longer, or leave the session idle for longer. */
export async function liftTimeouts(
  client: ClientBase,
  names: readonly Timeout[] = everyTimeout,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT name, set_config(name, '0', false) FROM unnest($1::text[]) AS name WHERE current_setting(name, true) <> '0'",
    [[...names]],
  );
  return rows.map(({ name }) => name);
}

/** Runs one statement for as long as it takes; a pooler may hand the connection to somebody else after it. */
export async function queryUntimed(client: ClientBase, text: string): Promise<void> {
  const lifting = liftTimeouts(client, ['statement_timeout']);
  const running = client.query(text);
  try {
    await together(lifting, running);
  } finally {
    for (const name of await lifting) await client.query(`RESET ${name}`);
  }
}
