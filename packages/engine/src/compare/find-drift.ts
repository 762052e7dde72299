import { withConnection } from '../connect/connect';
import { historyPart } from '../plan/live-schema';
import { type ReadOptions, readSchema } from '../read/read-schema';
import { listDifferences, migrationsAndDatabase } from '../schema/list-differences';
import type { Schema } from '../schema/schema';

export interface DriftOptions {
  /** What the history made. */
  readonly from: Schema;
  /** The database in use, with every migration applied. */
  readonly live: string;
  readonly read?: ReadOptions;
}

/**
 * In what the database in use is not what its history made, a sentence each. What no migration made is another's, and no drift.
 */
export async function findDrift({ from, live, read = {} }: DriftOptions): Promise<readonly string[]> {
  const found = await withConnection(live, (client) => readSchema(client, read));
  return listDifferences(from, historyPart(found, from), migrationsAndDatabase);
}
