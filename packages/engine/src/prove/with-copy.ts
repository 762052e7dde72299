import { withConnection } from '../connect/connect';
import { parseDatabaseUrl } from '../connect/parse-database-url';
import { isDatabaseError } from '../errors/is-database-error';
import { renderSchemaStatements } from '../plan/render-schema';
import type { Schema } from '../schema/schema';
import { abortable } from '../scratch/abortable';
import { withScratchDatabase } from '../scratch/scratch-database';
import { runStatements } from './run-statements';

export interface CopyOptions {
  /** The database to copy. */
  readonly of: string;
  readonly schema: Schema;
  /** The server on which the copy is made. */
  readonly server: string;
  readonly signal?: AbortSignal | undefined;
}

/** Hands a copy of a database to `use`: a clone where the server makes one, else one built from the schema that was read. */
export async function withCopy<T>(
  { of, schema, server, signal }: CopyOptions,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const source = parseDatabaseUrl(of);
  const target = parseDatabaseUrl(server);
  if (source.host === target.host && source.port === target.port) {
    let used = false;
    try {
      return await withScratchDatabase(
        server,
        ({ url }) => {
          used = true;
          return abortable(use(url), signal);
        },
        { template: source.database },
      );
    } catch (error) {
      if (used || !isDatabaseError(error) || !notCloned.has(error.code ?? '')) throw error;
    }
  }
  return withScratchDatabase(server, async ({ url }) => {
    await withConnection(url, (client) => runStatements(client, renderSchemaStatements(schema)));
    return abortable(use(url), signal);
  });
}

/** Somebody is connected to it; the role may not copy it. */
const notCloned = new Set(['55006', '42501']);
