import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { liftTimeouts } from '../connect/lift-timeouts';
import { isDatabaseError } from '../errors/is-database-error';
import type { Extension } from '../schema/extension';
import type { Schema } from '../schema/schema';
import { collectEntityStatements } from './collect-entity-statements';
import type { DeclaredSql } from './declared-sql';
import type { Desired } from './desired';
import type { EntityOptions } from './entity-options';
import type { EntityStatements } from './entity-statements';
import { explainRefused } from './explain-refused';
import { forgottenEntities } from './forgotten-entities';
import { runDeclaredSql, runWhatRuns } from './run-declared-sql';
import {
  createExtensions,
  createSchemas,
  RefusedStatement,
  runEntityStatements,
} from './run-entity-statements';
import { unmanagedOf } from './unmanaged-of';
import { withDataSource } from './with-data-source';

export interface CreateOptions {
  readonly entities: EntityOptions;
  /** Run after the entities, in order; where an entity needs what it makes, before that entity. */
  readonly sql?: readonly DeclaredSql[];
  /** Whose order of columns is kept; see `orderColumns`. */
  readonly like?: Schema;
}

export interface Created extends Omit<Desired, 'schema'> {
  /** The name of TypeORM's table of views and generated columns. */
  readonly metadataTable: string;
}

/** Makes in an empty database what the entities and the declared SQL mean. */
export async function createDesired(
  url: string,
  { entities, sql = [], like }: CreateOptions,
): Promise<Created> {
  return withDataSource(url, entities, async ({ dataSource, warnings }) => {
    const statements = await collectEntityStatements(dataSource, like);
    await runDesired(dataSource, statements, { sql, extensions: like?.extensions ?? [] });
    return {
      unmanaged: unmanagedOf(dataSource, statements.unmanagedEnums),
      // Without what the pool says when the database is dropped.
      warnings: [...forgottenEntities(dataSource), ...warnings],
      metadataTable: dataSource.metadataTableName,
    };
  });
}

export interface DesiredNeeds {
  readonly sql: readonly DeclaredSql[];
  /** Those that the history made, which no entity says: made where one counts on them. */
  readonly extensions: readonly Extension[];
  readonly beforeDeclared?: (client: ClientBase) => Promise<void>;
}

/**
 * Runs them in the empty database that TypeORM is connected to; what an entity lacks of the declared SQL, before it.
 * Returns whether all of the declared SQL came after all entities, and calls `beforeDeclared` in between.
 */
export async function runDesired(
  dataSource: DataSource,
  statements: EntityStatements,
  { sql, extensions, beforeDeclared = () => Promise.resolve() }: DesiredNeeds,
): Promise<boolean> {
  // TypeORM's own connection, so that what the options say of it (`extra`) holds.
  const runner = dataSource.createQueryRunner();
  try {
    const client: ClientBase = await runner.connect();
    await liftTimeouts(client);
    await createSchemas(client, statements.schemas);
    let remaining = sql;
    let unmade = extensions;
    try {
      await runEntityStatements(client, statements, async (refused) => {
        if (!lacksSomething(refused)) {
          return false;
        }
        const before = remaining.length + unmade.length;
        await createExtensions(client, unmade);
        unmade = [];
        remaining = await runWhatRuns(client, remaining);
        return remaining.length < before;
      });
    } catch (error) {
      throw await explain(dataSource, client, error);
    }
    if (remaining.length > 0) {
      await beforeDeclared(client);
      await runDeclaredSql(client, remaining);
    }
    return remaining.length === sql.length;
  } finally {
    await runner.release();
  }
}

/** Undefined function, object, table and schema. */
const lacking = new Set(['42883', '42704', '42P01', '3F000']);

function lacksSomething({ cause }: RefusedStatement): boolean {
  return isDatabaseError(cause) && lacking.has(cause.code ?? '');
}

async function explain(dataSource: DataSource, client: ClientBase, error: unknown): Promise<unknown> {
  return error instanceof RefusedStatement ? explainRefused(dataSource, client, error) : error;
}
