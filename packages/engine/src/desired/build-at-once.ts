import type { Client } from 'pg';
import { isDatabaseError } from '../errors/is-database-error';
import { type ReadOptions, readSchemaInTransaction } from '../read/read-schema';
import type { Schema } from '../schema/schema';
import type { ScratchSlot } from '../scratch/scratch-slot';
import type { DeclaredSql } from './declared-sql';
import type { EntityStatements } from './entity-statements';
import { createSchemas } from './run-entity-statements';
import { runInTurn } from './run-in-turn';
import { type ConnectedDataSource, makeExtensions } from './with-data-source';

export interface BuildAtOnce {
  readonly described: ConnectedDataSource;
  readonly statements: EntityStatements;
  readonly sql: readonly DeclaredSql[];
  readonly read: ReadOptions;
  /** Runs its argument in an empty database, and leaves that empty. */
  readonly tryOut: ScratchSlot['tryOut'];
}

export interface BuiltAtOnce {
  readonly schema: Schema;
  /** Nothing came from declared SQL. */
  readonly declared: readonly [];
  /** Those of TypeORM till here: without what its pool says when the database is dropped. */
  readonly warnings: readonly string[];
}

/** More would need more locks in one transaction than a server may have. */
const mostStatements = 1000;

/**
 * Makes all entities in one transaction that is rolled back, so that the database is there for what comes after. Where
 * that cannot be, or is refused: `undefined`. Declared SQL may end the transaction.
 */
export async function buildAtOnce(build: BuildAtOnce): Promise<BuiltAtOnce | undefined> {
  const { described, statements, sql, read, tryOut } = build;
  const { tables, foreignKeys, views } = statements;
  if (sql.length > 0 || tables.length + foreignKeys.length + views.length > mostStatements) return undefined;
  const make = async (client: Client) => {
    await makeExtensions(described, client);
    await createSchemas(client, statements.schemas);
    await runInTurn(client, [...tables, ...foreignKeys, ...views.flat()]);
    return readSchemaInTransaction(client, { ...read, prepared: true });
  };
  try {
    return { schema: await tryOut(make), declared: [], warnings: [...described.warnings] };
  } catch (error) {
    // In a database of its own it is told one by one what is refused, and why.
    if (isDatabaseError(error)) return undefined;
    throw error;
  }
}
