import type { ClientBase } from 'pg';
import { withConnection } from '../connect/connect';
import type { Statement } from '../operations/statement';
import type { Doubt } from '../plan/doubt';
import { historyPart, leftAlone } from '../plan/live-schema';
import { listDifferences } from '../schema/list-differences';
import type { Schema } from '../schema/schema';
import { type Rehearsal, rehearse } from './rehearse';
import { type Settled, settleDoubts } from './settle-doubts';

/** The database in use: what it can tell of its rows, and of what is not ours. */
export interface Live {
  readonly settle: (doubts: readonly Doubt[], renames: readonly Statement[]) => Promise<readonly Settled[]>;
  readonly rehearse: (up: readonly Statement[]) => Promise<Rehearsal>;
  readonly leftAlone: readonly string[];
}

export interface LiveOptions {
  readonly url: string | undefined;
  readonly from: Schema;
  readonly to: Schema;
  readonly read: (client: ClientBase) => Promise<Schema>;
}

/** Without a database in use nothing is known of rows. */
const unknown: Live = {
  settle: async (doubts) => doubts.map((doubt) => ({ doubt, outcome: { kind: 'unknown' } })),
  rehearse: async () => ({ kind: 'passed' }),
  leftAlone: [],
};

export async function withLive<T>(
  { url, from, to, read }: LiveOptions,
  use: (live: Live) => Promise<T>,
): Promise<T> {
  if (url === undefined) return use(unknown);
  return withConnection(url, async (client) => {
    const schema = await read(client);
    const [difference] = listDifferences(historyPart(schema, from), from);
    return use({
      settle: (doubts, renames) =>
        difference === undefined && doubts.length > 0
          ? settleDoubts(client, doubts, renames)
          : unknown.settle(doubts, renames),
      rehearse: async (up) =>
        difference === undefined
          ? rehearse(client, up)
          : { kind: 'skipped', because: `it is not where the history is (${difference})` },
      leftAlone: leftAlone(schema, from, to),
    });
  });
}
