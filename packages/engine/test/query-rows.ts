import { Client } from 'pg';

/** The rows of one query on a connection of its own. */
export async function queryRows(
  url: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  // A server that ends while it is idle reports here; its query says so too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(sql, parameters);
    return rows;
  } finally {
    await client.end();
  }
}

/** Asks again and again until the query has a row: what a test waits for, and no longer. */
export async function untilFound(url: string, sql: string, parameters: unknown[] = []): Promise<void> {
  while ((await queryRows(url, sql, parameters)).length === 0);
}
