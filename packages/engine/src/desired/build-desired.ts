import { withConnection } from '../connect/connect';
import { type ReadOptions, readSchema } from '../read/read-schema';
import { abortable } from '../scratch/abortable';
import { withScratchDatabase } from '../scratch/scratch-database';
import { type CreateOptions, createDesired } from './create-desired';
import type { Desired } from './desired';
import { leaveOutUnmanaged } from './leave-out-unmanaged';

export interface DesiredOptions extends CreateOptions {
  /** The server on which the scratch database is made. */
  readonly scratch: string;
  readonly read?: ReadOptions;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What the entities and the declared SQL mean, as Postgres says it: TypeORM's schema builder writes them into an empty
 * scratch database, which is read.
 */
export async function buildDesired({ scratch, read, signal, ...options }: DesiredOptions): Promise<Desired> {
  return withScratchDatabase(scratch, async ({ url }) => {
    const { unmanaged, warnings, metadataTable } = await abortable(createDesired(url, options), signal);
    const schema = await withConnection(url, (client) => readSchema(client, { metadataTable, ...read }));
    return { schema: leaveOutUnmanaged(schema, unmanaged), unmanaged, warnings };
  });
}
