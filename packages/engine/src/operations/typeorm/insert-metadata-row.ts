import { tableAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import type { TypeormMetadataRow } from '../../schema/typeorm-metadata';
import { identifier, join, literal, qualified, type Sql, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { type Statement, statement } from '../statement';

export interface InsertMetadataRow {
  readonly kind: 'insertMetadataRow';
  readonly table: QualifiedName;
  readonly row: TypeormMetadataRow;
}

export interface DeleteMetadataRow {
  readonly kind: 'deleteMetadataRow';
  readonly table: QualifiedName;
  readonly row: TypeormMetadataRow;
}

function renderInsertMetadataRow({ table, row }: InsertMetadataRow): readonly Statement[] {
  const values = rowValues(row);
  return [
    statement(
      `Tell TypeORM how the entities spell ${describeRow(row)}`,
      sql`INSERT INTO ${qualified(table.schema, table.name)} (${join(values.map(([column]) => identifier(column)))}) VALUES (${join(values.map(([, value]) => value))})`,
    ),
  ];
}

function renderDeleteMetadataRow({ table, row }: DeleteMetadataRow): readonly Statement[] {
  // A database that was copied or renamed since has another name than its rows say.
  const conditions = rowValues(row)
    .filter(([column]) => column !== 'database' || row.database.kind !== 'current')
    .map(([column, value]) =>
      value.text === 'NULL' ? sql`${identifier(column)} IS NULL` : sql`${identifier(column)} = ${value}`,
    );
  return [
    statement(
      `Take from TypeORM how the entities spelled ${describeRow(row)}`,
      sql`DELETE FROM ${qualified(table.schema, table.name)} WHERE ${join(conditions, ' AND ')}`,
    ),
  ];
}

function describeRow({ schema, table, name }: TypeormMetadataRow): string {
  return [schema === 'public' ? null : schema, table, name].filter((part) => part !== null).join('.');
}

function rowValues(row: TypeormMetadataRow): readonly (readonly [string, Sql])[] {
  return [
    ['type', literal(row.type)],
    ['database', databaseValue(row)],
    ['schema', literal(row.schema)],
    ['table', literal(row.table)],
    ['name', literal(row.name)],
    ['value', literal(row.value)],
  ];
}

function databaseValue({ database }: TypeormMetadataRow): Sql {
  switch (database.kind) {
    case 'none':
      return literal(null);
    case 'current':
      return sql`current_database()`;
  }
}

export const insertMetadataRow: Definition<InsertMetadataRow, DeleteMetadataRow> = {
  render: renderInsertMetadataRow,
  reverse: (operation) => ({ ...operation, kind: 'deleteMetadataRow' }),
  effects: (operation) => ({ needs: [tableAddress(operation.table)] }),
};

export const deleteMetadataRow: Definition<DeleteMetadataRow, InsertMetadataRow> = {
  render: renderDeleteMetadataRow,
  reverse: (operation) => ({ ...operation, kind: 'insertMetadataRow' }),
  effects: (operation) => ({ needs: [tableAddress(operation.table)] }),
};
