import { escapeIdentifier } from 'pg';
import type { TypeormMetadata, TypeormMetadataRow } from '../schema/typeorm-metadata';
import { compareText } from './by-name';
import type { Catalog } from './catalog';
import type { CatalogColumn } from './read-columns';
import type { Relation } from './read-relations';

const columnNames = ['type', 'database', 'schema', 'table', 'name', 'value'];

/** Among the tables of this name, the one that has TypeORM's columns. */
export function findTypeormMetadata(
  tables: readonly Relation[],
  columns: ReadonlyMap<number, readonly CatalogColumn[]>,
  name: string,
): Relation | undefined {
  return tables.find((table) => {
    const own = (columns.get(table.oid) ?? []).map(({ value }) => value.name);
    return table.name === name && own.join() === columnNames.join();
  });
}

export async function readTypeormMetadata(
  catalog: Catalog,
  { schema, name }: Relation,
): Promise<TypeormMetadata> {
  const rows = await catalog.query<{
    type: string;
    database: string | null;
    is_current: boolean | null;
    schema: string | null;
    table: string | null;
    name: string | null;
    value: string | null;
  }>(
    `SELECT "type", "database", "database" = current_database() AS is_current, "schema", "table", "name", "value"
       FROM ${escapeIdentifier(schema)}.${escapeIdentifier(name)}`,
    [],
  );
  return {
    schema,
    name,
    rows: rows
      .map(({ is_current, database, ...row }) => ({ ...row, database: databaseOf(database, is_current) }))
      .sort((a, b) => compareText(sortKey(a), sortKey(b))),
  };
}

function databaseOf(name: string | null, isCurrent: boolean | null): TypeormMetadataRow['database'] {
  if (name === null) {
    return { kind: 'none' };
  }
  return isCurrent ? { kind: 'current' } : { kind: 'named', name };
}

function sortKey({ type, schema, table, name, value }: TypeormMetadataRow): string {
  return JSON.stringify([type, schema, table, name, value]);
}
