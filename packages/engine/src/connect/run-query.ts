/** Runs one statement: TypeORM's query runner and a `pg` client both do. */
export type RunQuery = (sql: string, parameters?: unknown[]) => Promise<readonly Record<string, unknown>[]>;
