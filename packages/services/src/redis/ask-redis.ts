import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';

export type RedisAnswer =
  | { readonly kind: 'answers' }
  | { readonly kind: 'fails'; readonly code: string | undefined; readonly because: string };

/** Connects and pings. What goes wrong is an answer too: the caller knows whether it is one to wait for. */
export async function askRedis(url: string, timeoutMs = 5_000): Promise<RedisAnswer> {
  const { Redis } = await import('ioredis');
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    enableReadyCheck: false,
    // Else the process stays for two seconds to see a connection closed that may never have been open.
    disconnectTimeout: 0,
  });
  // connect() and ping() say only that the connection closed; the event says why.
  let why: unknown;
  client.on('error', (error) => {
    why ??= error;
  });
  try {
    await client.connect();
    await client.ping();
    return { kind: 'answers' };
  } catch (error) {
    const reason = why ?? error;
    return { kind: 'fails', code: errorCode(reason), because: errorMessage(reason) };
  } finally {
    client.disconnect();
  }
}
