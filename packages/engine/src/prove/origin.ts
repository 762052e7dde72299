import { type ClientBase, escapeIdentifier } from 'pg';
import { withConnection } from '../connect/connect';
import { errorCode } from '../errors/error-code';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import { withCopy } from './with-copy';

/** What a migration starts from. */
export interface Origin {
  /** It is the database in use too: what is tried there keeps others out, and while it is asked it cannot be cloned. */
  readonly isInUse?: boolean;
  /** All that is there. */
  readonly schema: Schema;
  /** Whether the history left rows in one of these tables. */
  readonly hasRows: (tables: readonly QualifiedName[]) => Promise<boolean>;
  /** Hands a database that holds it, rows and all, and that is nobody else's, to `use`. */
  readonly withDatabase: <T>(use: (url: string) => Promise<T>) => Promise<T>;
}

/** A database as the origin: it is only read, and copied. */
export function originAt(
  url: string,
  schema: Schema,
  server: string,
  { signal, isInUse = false }: { readonly signal?: AbortSignal | undefined; readonly isInUse?: boolean } = {},
): Origin {
  return {
    isInUse,
    schema,
    hasRows: (tables) =>
      withConnection(url, async (client) => (await tablesWithRows(client, tables)).length > 0),
    withDatabase: (use) => withCopy({ of: url, schema, server, signal, canClone: !isInUse }, use),
  };
}

/** Which of the tables are not empty, or have rows that the role may not see. */
export async function tablesWithRows(
  client: ClientBase,
  tables: readonly QualifiedName[],
): Promise<readonly QualifiedName[]> {
  const found: QualifiedName[] = [];
  for (let from = 0; from < tables.length; from += tablesAQuery) {
    // What the plan is tried on meanwhile may be the same database: it has its locks for as long as that takes.
    let asked = await askForRows(client, tables.slice(from, from + tablesAQuery));
    while (asked === 'again') asked = await askForRows(client, tables.slice(from, from + tablesAQuery));
    found.push(...asked);
  }
  return found;
}

/** The locks of one query must find room in the server's lock table. */
const tablesAQuery = 400;

async function askForRows(
  client: ClientBase,
  tables: readonly QualifiedName[],
): Promise<readonly QualifiedName[] | 'again'> {
  const exists = tables.map(
    ({ schema, name }, at) =>
      `SELECT ${at} AS at WHERE EXISTS (SELECT FROM ONLY ${escapeIdentifier(schema)}.${escapeIdentifier(name)})`,
  );
  // With it, what a policy would hide is refused instead.
  await client.query('BEGIN; SET LOCAL row_security = off');
  try {
    const { rows } = await client.query<{ at: number }>(exists.join(' UNION ALL '));
    const found = new Set(rows.map(({ at }) => at));
    return tables.filter((_table, at) => found.has(at));
  } catch (error) {
    if (errorCode(error) === deadlock) return 'again';
    if (errorCode(error) !== '42501') throw error;
    return tables;
  } finally {
    await client.query('ROLLBACK');
  }
}

const deadlock = '40P01';
