import type { ClientBase } from 'pg';
import type { DataSource, EntityMetadata } from 'typeorm';
import { Table } from 'typeorm';
import type { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import { errorCode } from '../errors/error-code';
import { isDatabaseError } from '../errors/is-database-error';
import { RetortError } from '../errors/retort-error';
import type { RefusedStatement } from './run-entity-statements';

/** Says which entity, and where it can be told which column, Postgres does not accept. */
export async function explainRefused(
  dataSource: DataSource,
  client: ClientBase,
  { statement, cause, message }: RefusedStatement,
): Promise<RetortError> {
  const { metadata, sql } = statement;
  if (metadata === null) {
    return new RetortError({
      what: `Postgres refuses a statement of TypeORM's own tables: ${message}`,
      at: sql,
      next: 'Give the role of the scratch server the right to make tables, or name another server.',
      cause,
    });
  }
  const column = isDatabaseError(cause)
    ? await refusedColumn(dataSource, client, metadata, cause.code)
    : undefined;
  const owner = column === undefined ? metadata.name : `${metadata.name}.${column}`;
  return new RetortError({
    what: `Postgres refuses the entity ${metadata.name}: ${message}`,
    at: `${owner}, in ${sql}`,
    next: nextStep(metadata, column, cause),
    cause,
  });
}

function nextStep(metadata: EntityMetadata, property: string | undefined, cause: unknown): string {
  const column = metadata.columns.find(({ propertyPath }) => propertyPath === property);
  if (typeof column?.default === 'string' && column.default.includes("'")) {
    const literal = `'${column.default.replaceAll("'", "''")}'`;
    return `TypeORM does not double the quote in the default of ${metadata.name}.${property}; write default: () => ${JSON.stringify(literal)}`;
  }
  if (typeof column?.default === 'string' && /\)$|^current_/i.test(column.default)) {
    return `TypeORM takes the default of ${metadata.name}.${property} for a value; write default: () => '${column.default}'`;
  }
  const extension = extensionOf[String(column?.type)];
  if (extension !== undefined && errorCode(cause) === '42704') {
    return `The type ${String(column?.type)} comes with the extension ${extension}, which TypeORM could not install on this server: install it there, or name a server that has it.`;
  }
  const missing = cause instanceof Error ? /function (?:\w+\.)?(\w+)\(/.exec(cause.message)?.[1] : undefined;
  const bringing = errorCode(cause) === '42883' ? extensionOfFunction[missing ?? ''] : undefined;
  if (bringing !== undefined) {
    return `The function ${missing} comes with the extension ${bringing}: make that in a migration, CREATE EXTENSION "${bringing}", or have TypeORM do so, extensions: ['${bringing}'] in the data source.`;
  }
  const names = [
    metadata.schema,
    metadata.tableName,
    ...metadata.columns.map(({ databaseName }) => databaseName),
  ];
  const quoted = names.find((name) => name?.includes('"'));
  if (quoted !== undefined) {
    return `TypeORM does not double the quote in the name ${quoted}; give ${metadata.name} a name without one.`;
  }
  const owner = property === undefined ? metadata.name : `${metadata.name}.${property}`;
  const view = metadata.tableType === 'view' ? ', the expression of the view' : '';
  const hint =
    cause instanceof Error && 'hint' in cause && typeof cause.hint === 'string' ? ` ${cause.hint}` : '';
  return `Correct ${owner}${view}.${hint}`;
}

const extensionOf: Readonly<Record<string, string>> = {
  geometry: 'postgis',
  geography: 'postgis',
  vector: 'vector (pgvector)',
  halfvec: 'vector (pgvector)',
  citext: 'citext',
  hstore: 'hstore',
  cube: 'cube',
  ltree: 'ltree',
};

const extensionOfFunction: Readonly<Record<string, string>> = {
  uuid_generate_v1: 'uuid-ossp',
  uuid_generate_v1mc: 'uuid-ossp',
  uuid_generate_v4: 'uuid-ossp',
  gen_salt: 'pgcrypto',
  gen_random_bytes: 'pgcrypto',
  unaccent: 'unaccent',
  similarity: 'pg_trgm',
};

/** The property whose column alone is refused for the same reason. */
async function refusedColumn(
  dataSource: DataSource,
  client: ClientBase,
  metadata: EntityMetadata,
  code: string | undefined,
): Promise<string | undefined> {
  const whole = Table.create(metadata, dataSource.driver);
  for (const column of metadata.tableType === 'view' ? [] : whole.columns) {
    const alone = new Table({
      ...(whole.schema === undefined ? {} : { schema: whole.schema }),
      name: whole.name,
      columns: [column],
    });
    const statements = await createTableStatements(dataSource, alone);
    await client.query('BEGIN');
    try {
      await client.query(statements);
    } catch (error) {
      if (isDatabaseError(error) && error.code === code) {
        return metadata.columns.find(({ databaseName }) => databaseName === column.name)?.propertyPath;
      }
    } finally {
      await client.query('ROLLBACK');
    }
  }
  return undefined;
}

async function createTableStatements(dataSource: DataSource, table: Table): Promise<string> {
  const runner = dataSource.createQueryRunner() as PostgresQueryRunner;
  try {
    runner.enableSqlMemory();
    await runner.createTable(table, false, false, false);
    return runner
      .getMemorySql()
      .upQueries.filter(({ parameters }) => parameters === undefined)
      .map(({ query }) => query)
      .join('\n;\n');
  } finally {
    await runner.release();
  }
}
