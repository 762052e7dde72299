import { withConnection } from '../connect/connect';
import { type DatabaseUrl, parseDatabaseUrl } from '../connect/parse-database-url';
import { runStatements } from '../connect/run-statements';
import { isDatabaseError } from '../errors/is-database-error';
import { RetortError } from '../errors/retort-error';
import { renderSchemaStatements } from '../plan/render-schema';
import type { Schema } from '../schema/schema';
import { abortable } from '../scratch/abortable';
import { withScratchDatabase } from '../scratch/scratch-database';

export interface CopyOptions {
  /** The database to copy. */
  readonly of: string;
  readonly schema: Schema;
  /** The server on which the copy is made. */
  readonly server: string;
  /** Whether nobody else is connected to it; else the server waits for them for seconds, and gives up. */
  readonly canClone: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Hands a copy of a database to `use`: a clone where the server makes one, else one built from the schema that was read. */
export async function withCopy<T>(
  { of, schema, server, canClone, signal }: CopyOptions,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const source = parseDatabaseUrl(of);
  const target = parseDatabaseUrl(server);
  if (canClone && source.host === target.host && source.port === target.port) {
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
      refuseUnlikeCopy(schema, source, error);
    }
  }
  refuseUnlikeCopy(schema, source);
  return withScratchDatabase(server, async ({ url }) => {
    // On another server there may be other roles.
    const statements = renderSchemaStatements({ ...schema, access: [] });
    await withConnection(url, (client) => runStatements(client, statements));
    return abortable(use(url), signal);
  });
}

/** What is not compared is not written either: a copy without it would prove nothing. */
function refuseUnlikeCopy({ unmodelled }: Schema, { database, shown }: DatabaseUrl, cause?: Error): void {
  const [first] = unmodelled;
  if (first === undefined) return;
  const because = cause?.message ?? 'it is on another server, or the one in use';
  throw new RetortError({
    what: `The database ${database} cannot be copied to try the plan out: ${because}. It has what cannot be written anew: the ${first.kind} ${first.name}.`,
    at: shown,
    next: 'End all other connections to it (the one in use is another database), make the scratch databases on its server, and let its owner or a superuser plan',
    cause,
  });
}

/** Somebody is connected to it; the role may not copy it. */
const notCloned = new Set(['55006', '42501']);
