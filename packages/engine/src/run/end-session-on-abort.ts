import { cancelOnAbort } from '../connect/cancel-on-abort';
import { type BackendsOnAbort, endBackendsOnAbort } from '../connect/end-backends-on-abort';
import { interruptedBeforeAny } from './failures/interruption';
import type { MigrationLock } from './lock/with-migration-lock';
import type { Session } from './session/with-session';

export interface Abortable {
  readonly session: Session;
  readonly lock: MigrationLock;
  readonly signal: AbortSignal | undefined;
}

/** Ends what the session has the server do as soon as `signal` is aborted. */
export function endSessionOnAbort({ signal, lock, session }: Abortable): BackendsOnAbort {
  return lock.isPooled
    ? cancelOnAbort(signal, session.client)
    : endBackendsOnAbort(signal, lock.query, session.backendPids);
}

/** Does what is done before the first migration, which may wait for locks, or for a standby that does not answer. */
export async function prepareInterruptibly<Value>(
  abortable: Abortable,
  shown: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const backends = endSessionOnAbort(abortable);
  try {
    return await work();
  } catch (error) {
    if (!abortable.signal?.aborted) throw error;
    await backends.ended();
    throw interruptedBeforeAny(shown, error);
  } finally {
    backends.stopListening();
  }
}
