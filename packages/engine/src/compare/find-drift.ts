import { withConnection } from '../connect/connect';
import { historyPart } from '../plan/live-schema';
import { type ReadOptions, readSchema } from '../read/read-schema';
import { listDifferences } from '../schema/list-differences';

export interface DriftOptions {
  /** A database that holds just what the history made. */
  readonly from: string;
  /** The database in use, with every migration applied. */
  readonly live: string;
  readonly read?: ReadOptions;
}

/**
 * In what the database in use is not what its history made, a line each. What no migration made is another's, and no drift.
 */
export async function findDrift({ from, live, read = {} }: DriftOptions): Promise<readonly string[]> {
  const readFrom = (url: string) => withConnection(url, (client) => readSchema(client, read));
  const [made, found] = await Promise.all([readFrom(from), readFrom(live)]);
  return listDifferences(made, historyPart(found, made));
}
