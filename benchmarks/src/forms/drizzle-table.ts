import { referredTable } from '../schema/referred-table';
import { type Column, type ColumnType, indexedColumns, indexName, type Table } from '../schema/table';

/** The TypeScript file of one table for Drizzle. */
export function renderDrizzleTable(table: Table, tables: readonly Table[]): string {
  const targets = new Set(table.references.map((reference) => referredTable(tables, reference)));
  const status = table.status === undefined ? `pg.text('status')` : `${table.status.name}('status')`;
  return [
    `import * as pg from 'drizzle-orm/pg-core';`,
    ...[...targets].map((name) => `import { ${name} } from './${name}';`),
    '',
    ...(table.status === undefined
      ? []
      : [
          `export const ${table.status.name} = pg.pgEnum('${table.status.name}', ${JSON.stringify(table.status.labels)});`,
          '',
        ]),
    `export const ${table.name} = pg.pgTable('${table.name}', {`,
    `  id: pg.serial('id').primaryKey(),`,
    `  code: pg.varchar('code', { length: 64 }).notNull().unique(),`,
    ...table.columns.map(renderColumn),
    `  status: ${status}.notNull(),`,
    `  created_at: pg.timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),`,
    `  updated_at: pg.timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),`,
    ...table.references.map(
      (reference) =>
        `  ${reference.column}: pg.integer('${reference.column}').references(() => ${referredTable(tables, reference)}.id),`,
    ),
    '}, (table) => [',
    ...indexedColumns.map(
      (columns) =>
        `  pg.index('${indexName(table.name, columns)}').on(${columns.map((column) => `table.${column}`).join(', ')}),`,
    ),
    ']);',
    '',
  ].join('\n');
}

function renderColumn({ name, type, nullable }: Column): string {
  return `  ${name}: pg.${renderType(name, type)}${nullable ? '' : '.notNull()'},`;
}

function renderType(name: string, type: ColumnType): string {
  switch (type.kind) {
    case 'varchar':
      return `varchar('${name}', { length: ${type.length} })`;
    case 'numeric':
      return `numeric('${name}', { precision: ${type.precision}, scale: ${type.scale} })`;
    case 'bigint':
      return `bigint('${name}', { mode: 'bigint' })`;
    case 'double':
      return `doublePrecision('${name}')`;
    case 'timestamp':
      return `timestamp('${name}', { withTimezone: true })`;
    case 'text':
    case 'integer':
    case 'boolean':
    case 'date':
    case 'uuid':
    case 'jsonb':
      return `${type.kind}('${name}')`;
  }
}
