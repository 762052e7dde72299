import { escapeIdentifier } from 'pg';
import type { TypeormMetadata, TypeormMetadataRow } from '../../schema/typeorm-metadata';
import { compareText } from '../by-name';
import type { Catalog } from '../catalog';
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
    schema: string | null;
    table: string | null;
    name: string | null;
    value: string | null;
  }>(
    `SELECT "type", "database", "schema", "table", "name", "value"
       FROM ${escapeIdentifier(schema)}.${escapeIdentifier(name)}`,
    [],
  );
  return {
    schema,
    name,
    rows: rows
      .map(
        ({ database, ...row }): TypeormMetadataRow => ({
          ...row,
          // A database that was copied, restored or renamed keeps the name that TypeORM once wrote.
          database: { kind: database === null ? 'none' : 'current' },
        }),
      )
      .sort(compareMetadataRows),
  };
}

/** The order in which rows are kept. */
export function compareMetadataRows(a: TypeormMetadataRow, b: TypeormMetadataRow): number {
  return compareText(sortKey(a), sortKey(b));
}

function sortKey({ type, schema, table, name, value }: TypeormMetadataRow): string {
  return JSON.stringify([type, schema, table, name, value]);
}
