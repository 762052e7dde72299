import { setTimeout } from 'node:timers/promises';
import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';
import { RetortError } from '../errors/retort-error';
import { withConnection } from './connect';
import { ConnectionError } from './connection-error';

export interface ServerWait {
  /** Default 30 s. */
  readonly timeoutMs?: number | undefined;
  /** Called once, with what the server says. */
  readonly onWait?: ((because: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const pollMs = 200;

/** As `withConnection`; a server that starts, or has no connection left for now, is waited for. */
export async function withConnectionWhenReady<T>(
  { timeoutMs = 30_000, onWait, signal }: ServerWait,
  ...[url, use, ...others]: Parameters<typeof withConnection<T>>
): Promise<T> {
  const startedAtMs = performance.now();
  for (let tries = 0; ; tries++) {
    let isOpen = false;
    try {
      return await withConnection(
        url,
        (client, target) => {
          isOpen = true;
          return use(client, target);
        },
        ...others,
      );
    } catch (error) {
      if (isOpen || !isForNow(error)) throw error;
      if (signal?.aborted) throw interrupted(error);
      if (performance.now() - startedAtMs >= timeoutMs) throw error;
      if (tries === 0) onWait?.(errorMessage(error));
    }
    await setTimeout(pollMs);
  }
}

function interrupted(error: ConnectionError): RetortError {
  return new RetortError({
    what: `Interrupted while the server was waited for. ${error.message}`,
    at: error.at,
    next: 'Run the command again.',
    kind: 'interrupted',
    cause: error,
  });
}

/** cannot_connect_now: it starts, stops or recovers; too_many_connections. */
function isForNow(error: unknown): error is ConnectionError {
  if (!(error instanceof ConnectionError)) return false;
  const code = errorCode(error.cause);
  return code === '57P03' || code === '53300';
}
