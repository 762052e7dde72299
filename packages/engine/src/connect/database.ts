/** The database that a command works on, and where TypeORM keeps what ran on it. */
export interface Database {
  readonly url: string;
  /** TypeORM's `migrationsTableName`; default `migrations`. */
  readonly migrationsTable?: string;
  /** The schema of that table; default: the first of the `search_path`. */
  readonly schema?: string;
  /** Of the pooler that the URL names: whether it keeps the session of a client, or that of a transaction. Default: that is asked. */
  readonly pooler?: 'session' | 'transaction';
}
