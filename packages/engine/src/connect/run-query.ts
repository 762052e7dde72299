import type { ClientBase } from 'pg';

/** Runs one statement: TypeORM's query runner and a `pg` client both do. */
export type RunQuery = (sql: string, parameters?: unknown[]) => Promise<readonly Record<string, unknown>[]>;

export function queryOf(client: ClientBase): RunQuery {
  return async (sql, parameters) => (await client.query(sql, parameters)).rows;
}
