import type { DataSource } from 'typeorm';
import type { QueryResultCache } from 'typeorm/cache/QueryResultCache';

/** What `REDIS_URL` not being set leaves: every query goes to the database. Says so once. */
export class NoQueryCache implements QueryResultCache {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  async connect(): Promise<void> {
    this.#dataSource.logger.log('warn', 'Query cache off: REDIS_URL is not set.');
  }

  async getFromCache(): Promise<undefined> {
    return undefined;
  }

  isExpired(): boolean {
    return true;
  }

  async disconnect(): Promise<void> {}
  async synchronize(): Promise<void> {}
  async storeInCache(): Promise<void> {}
  async clear(): Promise<void> {}
  async remove(): Promise<void> {}
}
