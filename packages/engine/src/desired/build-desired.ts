import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { withConnection } from '../connect/connect';
import { RetortError } from '../errors/retort-error';
import { type ReadOptions, readSchema } from '../read/read-schema';
import type { Schema } from '../schema/schema';
import { withScratchDatabase } from '../scratch/scratch-database';
import type { DeclaredSql } from './declared-sql';
import type { Desired } from './desired';
import type { EntityOptions } from './entity-options';
import { collectEntityStatements } from './entity-statements';
import { explainRefused } from './explain-refused';
import { leaveOutUnmanaged } from './leave-out-unmanaged';
import { orderColumns } from './order-columns';
import { runDeclaredSql, runWhatRuns } from './run-declared-sql';
import {
  createSchemas,
  isDatabaseError,
  RefusedStatement,
  runEntityStatements,
} from './run-entity-statements';
import { unmanagedOf } from './unmanaged-of';
import { withDataSource } from './with-data-source';

export interface DesiredOptions {
  readonly entities: EntityOptions;
  /** Run after the entities, in order. */
  readonly sql?: readonly DeclaredSql[];
  /** The server on which the scratch database is made. */
  readonly scratch: string;
  /** Whose order of columns is kept; see `orderColumns`. */
  readonly like?: Schema;
  readonly read?: ReadOptions;
}

/**
 * What the entities and the declared SQL mean, as Postgres says it: TypeORM's schema builder writes them into an empty
 * scratch database, which is read.
 */
export async function buildDesired(options: DesiredOptions): Promise<Desired> {
  try {
    return await build(options, 'entities first');
  } catch (error) {
    if (!(error instanceof NeedsDeclaredSql)) {
      throw error;
    }
    try {
      return await build(options, 'declared SQL first');
    } catch (second) {
      throw second instanceof NeedsDeclaredSql ? second.explained : second;
    }
  }
}

/** An entity needs what declared SQL may make, a function in a default: then that runs first, as far as it can. */
class NeedsDeclaredSql extends Error {
  constructor(readonly explained: RetortError) {
    super(explained.message);
  }
}

const undefinedObjects = new Set(['42883', '42704', '42P01', '3F000']);

async function build(
  { entities, sql = [], scratch, like, read = {} }: DesiredOptions,
  order: 'entities first' | 'declared SQL first',
): Promise<Desired> {
  return withScratchDatabase(scratch, ({ url }) =>
    withDataSource(url, entities, async ({ dataSource, warnings }) => {
      if (like !== undefined) {
        orderColumns(dataSource, like);
      }
      const statements = await collectEntityStatements(dataSource);
      return withConnection(url, async (client) => {
        await createSchemas(client, statements.schemas);
        const later = order === 'entities first' ? sql : await runWhatRuns(client, sql);
        try {
          await runEntityStatements(client, statements);
        } catch (error) {
          throw await explain(dataSource, client, error, sql.length > 0);
        }
        await runDeclaredSql(client, later);
        const unmanaged = unmanagedOf(dataSource, statements.unmanagedEnums);
        const schema = await readSchema(client, { metadataTable: dataSource.metadataTableName, ...read });
        return { schema: leaveOutUnmanaged(schema, unmanaged), unmanaged, warnings };
      });
    }),
  );
}

async function explain(
  dataSource: DataSource,
  client: Client,
  error: unknown,
  hasDeclared: boolean,
): Promise<unknown> {
  if (!(error instanceof RefusedStatement)) {
    return error;
  }
  const explained = await explainRefused(dataSource, client, error);
  return hasDeclared && isDatabaseError(error.cause) && undefinedObjects.has(error.cause.code)
    ? new NeedsDeclaredSql(explained)
    : explained;
}
