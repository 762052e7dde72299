import Redis from 'ioredis';
import { ExplainedError } from '../../explained-error';

export interface RedisStoreOptions {
  readonly url: string;
  /** Gets one line when the store stops answering, and one when it answers again. */
  readonly log: (line: string) => void;
}

/** How long a query waits for a Redis that does not answer, before it goes to the database instead. */
const patienceMs = 500;

/**
 * Keys and values that expire, in a Redis that may come and go. What a query asks (`get`, `set`) never fails: without
 * an answer there is no value. What a person asks (`remove`, `removeAll`) fails where it was not done.
 */
export class RedisStore {
  readonly #redis: Redis;
  readonly #address: string;
  readonly #log: (line: string) => void;
  #complaint: string | undefined;

  constructor({ url, log }: RedisStoreOptions) {
    this.#address = new URL(url).host;
    this.#log = log;
    this.#redis = new Redis(url, {
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: patienceMs,
      commandTimeout: patienceMs,
      retryStrategy: (attempt) => Math.min(attempt * 100, 5_000),
    });
    this.#redis.on('error', (error: Error) => this.#complain(error));
    this.#redis.on('close', () => this.#complain(new Error('the connection was closed')));
    this.#redis.on('ready', () => this.#recover());
  }

  /** Whether it is worth asking. */
  get answers(): boolean {
    return this.#redis.status === 'ready';
  }

  /** Returns once it is connected, or once it is known that it is not; then it keeps trying. */
  async connect(): Promise<void> {
    try {
      await this.#redis.connect();
    } catch (error) {
      this.#complain(error);
    }
  }

  /** Returns once nothing of the connection is left. */
  async disconnect(): Promise<void> {
    this.#redis.removeAllListeners('close');
    const open = this.#redis.status === 'connect' || this.#redis.status === 'ready';
    const ended = open && new Promise((resolve) => this.#redis.once('end', () => resolve(undefined)));
    this.#redis.disconnect();
    await ended;
  }

  async get(key: string): Promise<string | undefined> {
    return await this.#ask(async () => (await this.#redis.get(key)) ?? undefined);
  }

  async set(key: string, value: string, durationMs: number): Promise<void> {
    await this.#ask(() => this.#redis.set(key, value, 'PX', durationMs));
  }

  async remove(keys: readonly string[]): Promise<void> {
    await this.#insist(() => this.#redis.unlink([...keys]));
  }

  /** `prefix` is no pattern: it has none of Redis's special characters. */
  async removeAll(prefix: string): Promise<void> {
    await this.#insist(async () => {
      let cursor = '0';
      do {
        const [next, keys] = await this.#redis.scan(cursor, 'MATCH', `${prefix}*`, 'COUNT', 1_000);
        cursor = next;
        if (keys.length > 0) {
          await this.#redis.unlink(keys);
        }
      } while (cursor !== '0');
    });
  }

  async #ask<Answer>(question: () => Promise<Answer>): Promise<Answer | undefined> {
    if (!this.answers) {
      return undefined;
    }
    try {
      return await question();
    } catch (error) {
      this.#complain(error);
      if (reasonOf(error) === 'Command timed out') {
        // A Redis that hangs would make every query wait; a connection that is being made makes none wait.
        this.#redis.disconnect(true);
      }
      return undefined;
    }
  }

  async #insist(order: () => Promise<unknown>): Promise<void> {
    try {
      await order();
    } catch (cause) {
      throw new ExplainedError({
        what: 'Cached query results could not be removed, and are served until they expire.',
        at: `Redis at ${this.#address}`,
        next: 'Start Redis (make setup), or check REDIS_URL, and remove them again',
        cause,
      });
    }
  }

  /** Once for each spell of trouble, not for each query in it. */
  #complain(error: unknown): void {
    if (this.#complaint === undefined) {
      this.#complaint = reasonOf(error);
      this.#log(`Query cache off: Redis at ${this.#address} does not answer (${this.#complaint}).`);
    }
  }

  #recover(): void {
    if (this.#complaint !== undefined) {
      this.#complaint = undefined;
      this.#log(`Query cache on: Redis at ${this.#address} answers again.`);
    }
  }
}

/** A host with several addresses fails with one error for all of them, which says nothing itself. */
function reasonOf(error: unknown): string {
  const { message, errors } = error as { readonly message?: string; readonly errors?: readonly unknown[] };
  return errors?.[0] === undefined ? (message ?? String(error)) : reasonOf(errors[0]);
}
