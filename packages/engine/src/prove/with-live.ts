import type { Client } from 'pg';
import { cancelOnAbort } from '../connect/cancel-on-abort';
import { withConnection } from '../connect/connect';
import { liftTimeouts } from '../connect/lift-timeouts';
import { withDatabase } from '../connect/with-database';
import type { Unmanaged } from '../desired/desired';
import { leaveOutUnmanaged } from '../desired/leave-out-unmanaged';
import type { Statement } from '../operations/statement';
import { hasRelation, type Part } from '../part/find-part';
import { restrictSchema } from '../part/restrict-schema';
import type { Doubt, Settled } from '../plan/doubts/doubt';
import { historyPart, leftAlone } from '../plan/live-schema';
import { type ReadOptions, readSchema } from '../read/read-schema';
import type { Access } from '../schema/access';
import { listDifferences } from '../schema/list-differences';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import { abortable } from '../scratch/abortable';
import { isUntouched } from './is-untouched';
import { type Rehearsal, rehearse } from './rehearse';
import { settleDoubts } from './settle-doubts';

/** The database in use: what it can tell of its rows, and of what is not ours. */
export interface Live {
  readonly settle: (doubts: readonly Doubt[], renames: readonly Statement[]) => Promise<readonly Settled[]>;
  readonly rehearse: (up: readonly Statement[]) => Promise<Rehearsal>;
  readonly leftAlone: readonly string[];
  /** Who may use what. */
  readonly access: readonly Access[];
}

export interface LiveOptions {
  readonly database: { readonly url: string; readonly client?: Client } | undefined;
  readonly from: Schema;
  readonly to: Schema;
  readonly read: ReadOptions;
  readonly unmanaged: Unmanaged;
  /** What the plan can touch: of the rest it is only asked what is there. */
  readonly part: Part;
  /** The server on which the plan is proven. */
  readonly serverUrl: string;
  readonly signal?: AbortSignal | undefined;
}

/** Without a database in use nothing is known of rows. */
const unknown: Live = {
  settle: async (doubts) => doubts.map((doubt) => ({ doubt, outcome: { kind: 'unknown' } })),
  rehearse: async () => ({ kind: 'passed' }),
  leftAlone: [],
  access: [],
};

export async function withLive<T>(
  { database, from, to, read, unmanaged, part, serverUrl, signal }: LiveOptions,
  use: (live: Live) => Promise<T>,
): Promise<T> {
  if (database === undefined) return use(unknown);
  const { url } = database;
  const isOnServer = withDatabase(url, '') === withDatabase(serverUrl, '');
  const showsNothingNew = async ({ tables }: Schema, client: Client) =>
    isOnServer && tables.length === 0 && (await isUntouched(client));
  const ask = async (client: Client) => {
    const only = (relation: QualifiedName) => hasRelation(part, relation);
    const schema = leaveOutUnmanaged(await readSchema(client, { ...read, only }), unmanaged);
    const [difference] = listDifferences(
      restrictSchema(from, part),
      restrictSchema(historyPart(schema, from), part),
    );
    return use({
      settle: (doubts, renames) =>
        difference === undefined && doubts.length > 0
          ? abortable(settleDoubts({ url, client }, doubts, renames, signal), signal)
          : unknown.settle(doubts, renames),
      rehearse: async (up) => {
        if (difference !== undefined) {
          const because = `it is not where the history is (make db-status, make db-check): ${difference}`;
          return { kind: 'skipped', because };
        }
        if (await showsNothingNew(schema, client)) return { kind: 'passed' };
        return abortable(rehearse({ url, client }, up), signal);
      },
      leftAlone: leftAlone(schema, from, to),
      access: schema.access,
    });
  };
  const askUntilAborted = async (client: Client) => {
    // A proof may take longer than a server leaves an idle session open.
    await liftTimeouts(client, ['idle_session_timeout', 'transaction_timeout']);
    // Else the server would go on with what is tried there, and hold its locks.
    const cancelling = cancelOnAbort(signal, () => client);
    try {
      return await ask(client);
    } finally {
      cancelling.stopListening();
      await cancelling.ended();
    }
  };
  return database.client === undefined
    ? withConnection(url, askUntilAborted)
    : askUntilAborted(database.client);
}
