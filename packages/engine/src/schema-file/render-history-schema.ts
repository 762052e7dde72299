import { withConnection } from '../connect/connect';
import { runStatements } from '../connect/run-statements';
import type { Statement } from '../operations/statement';
import { renderSchema } from '../plan/render-schema';
import { readSchema } from '../read/read-schema';
import type { Schema } from '../schema/schema';

const heading = `-- The whole schema after the last migration, as Postgres sees it.
-- Written by retort prepare and compared by retort verify: review it, do not edit it.

`;

/**
 * The text of `schema.sql`: what a replayed history, and the statements of the migration that comes next, make of an empty
 * database. The statements are run there.
 */
export async function renderHistorySchema(
  url: string,
  next: readonly Statement[],
  metadataTable = 'typeorm_metadata',
): Promise<string> {
  return withConnection(url, async (client) => {
    if (next.length > 0) await runStatements(client, next);
    return renderSchemaFile(await readSchema(client, { metadataTable }));
  });
}

/** The text of `schema.sql`, of a schema that was read. */
export function renderSchemaFile(schema: Schema): string {
  return heading + renderSchema(schema);
}
