import { createHash } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import type { QueryResultCache } from 'typeorm/cache/QueryResultCache';
import type { QueryResultCacheOptions } from 'typeorm/cache/QueryResultCacheOptions';
import { ExplainedError } from '../../explained-error';
import type { AppliedHistory } from './read-applied-history';
import { readAppliedHistory } from './read-applied-history';
import type { RedisStore } from './redis-store';

/**
 * TypeORM's query-result cache, in Redis. A result is kept under the migration head that was applied when it was looked
 * up, before its query ran, so that nothing from before a migration is served after it, by a process that was started
 * before it either.
 *
 * In a transaction nothing is cached: it would show others what may be rolled back.
 */
export class QueryCache implements QueryResultCache {
  readonly #dataSource: DataSource;
  readonly #store: RedisStore;
  /** Under which key the result of a query that is running will be kept. */
  readonly #running = new WeakMap<QueryRunner, Map<string, string>>();
  #complaint: string | undefined;

  constructor(dataSource: DataSource, store: RedisStore) {
    this.#dataSource = dataSource;
    this.#store = store;
  }

  async connect(): Promise<void> {
    await this.#store.connect();
  }

  async disconnect(): Promise<void> {
    await this.#store.disconnect();
  }

  /** Nothing in the database is ours. */
  async synchronize(): Promise<void> {}

  async getFromCache(
    options: QueryResultCacheOptions,
    queryRunner?: QueryRunner,
  ): Promise<QueryResultCacheOptions | undefined> {
    const name = nameOf(options);
    if (queryRunner === undefined || queryRunner.isTransactionActive || !this.#store.answers) {
      return undefined;
    }
    const history = await this.#readHistory(queryRunner);
    if (history === undefined || !history.settled) {
      return undefined;
    }
    const key = keyOf(history, name);
    const stored = await this.#store.get(key);
    if (stored !== undefined) {
      return JSON.parse(stored);
    }
    const running = this.#running.get(queryRunner) ?? new Map<string, string>();
    // The older key stays: of two lookups at once, the first may have been before a migration.
    running.set(name, running.get(name) ?? key);
    this.#running.set(queryRunner, running);
    return undefined;
  }

  async storeInCache(
    { identifier, query, time, duration, result }: QueryResultCacheOptions,
    _stored: QueryResultCacheOptions | undefined,
    queryRunner?: QueryRunner,
  ): Promise<void> {
    const running = queryRunner && this.#running.get(queryRunner);
    const name = nameOf({ identifier, query });
    const key = running?.get(name);
    if (key === undefined || queryRunner?.isTransactionActive) {
      return;
    }
    running?.delete(name);
    await this.#store.set(key, JSON.stringify({ identifier, time, duration, result }), Math.ceil(duration));
  }

  isExpired({ time = 0, duration }: QueryResultCacheOptions): boolean {
    return time + duration < Date.now();
  }

  /** Of this database, under every head; nobody else's keys. */
  async clear(queryRunner?: QueryRunner): Promise<void> {
    const history = await this.#withRunner(queryRunner, readAppliedHistory);
    if (history !== undefined) {
      await this.#store.removeAll(`${prefix}:${history.database}:`);
    }
  }

  async remove(identifiers: string[], queryRunner?: QueryRunner): Promise<void> {
    const history = await this.#withRunner(queryRunner, readAppliedHistory);
    if (history !== undefined && identifiers.length > 0) {
      await this.#store.remove(identifiers.map((identifier) => keyOf(history, nameOf({ identifier }))));
    }
  }

  /** A query that could be answered does not fail because its cache could not be. */
  async #readHistory(queryRunner: QueryRunner): Promise<AppliedHistory | undefined> {
    try {
      return await readAppliedHistory(queryRunner);
    } catch (error) {
      const reason = error instanceof ExplainedError ? `${error.message} (${error.next})` : `${error}`;
      if (reason !== this.#complaint) {
        this.#complaint = reason;
        this.#dataSource.logger.log('warn', `Query cache off: ${reason}`);
      }
      return undefined;
    }
  }

  async #withRunner<Result>(
    given: QueryRunner | undefined,
    use: (queryRunner: QueryRunner) => Promise<Result>,
  ): Promise<Result> {
    if (given !== undefined) {
      return await use(given);
    }
    const queryRunner = this.#dataSource.createQueryRunner();
    try {
      return await use(queryRunner);
    } finally {
      await queryRunner.release();
    }
  }
}

const prefix = 'retort:query-cache';

function keyOf({ database, head }: AppliedHistory, name: string): string {
  return `${prefix}:${database}:${head}:${name}`;
}

/** As TypeORM has it: a query that was given an identifier is known by that alone. */
function nameOf({
  identifier,
  query = '',
}: {
  identifier?: string | undefined;
  query?: string | undefined;
}): string {
  return identifier ? `id=${identifier}` : `sql=${createHash('sha256').update(query).digest('hex')}`;
}
