import type { Client } from 'pg';
import { readServerIdentity, type ServerIdentity } from '../cache/server-identity';
import { withConnection } from '../connect/connect';
import { closing, holdOpen } from '../connect/hold-open';
import { liftTimeouts } from '../connect/lift-timeouts';
import { together } from '../read/together';
import { type ScratchSlot, withScratchSlot } from '../scratch/scratch-slot';

/** What a plan is made and proven with. */
export interface Workbench {
  /** Connected to the server on which scratch databases are made, and in no transaction. */
  readonly server: Client;
  readonly identity: Promise<ServerIdentity>;
  readonly slot: ScratchSlot;
}

export interface WorkbenchOptions {
  readonly signal?: AbortSignal | undefined;
  /** Whether something is likely to be tried out: the scratch database is made before it is asked for. */
  readonly warm?: boolean;
}

/**
 * Connects to the server of `url` while `use` goes on, and closes all of it however `use` ends.
 *
 * @throws RetortError that says why there is no connection, where `use` waits for it.
 */
export async function withWorkbench<T>(
  url: string,
  { signal, warm = false }: WorkbenchOptions,
  use: (opened: Promise<Workbench>) => Promise<T>,
): Promise<T> {
  const bench = holdOpen<Workbench>((hold) =>
    withConnection(url, async (server) => {
      await withScratchSlot(url, { server, signal }, async (slot) => {
        // First: of all that is asked for here it takes longest.
        if (warm) slot.warmUp();
        const identity = readServerIdentity(server);
        // Who does not wait for it has failed with something else before.
        identity.catch(() => undefined);
        // A replay may take longer than a server leaves an idle session open.
        const lifted = liftTimeouts(server, ['idle_session_timeout']);
        await together(lifted, hold({ server, identity, slot }));
      });
    }),
  );
  return closing(bench.close, () => use(bench.opened));
}
