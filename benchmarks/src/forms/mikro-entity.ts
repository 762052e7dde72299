import { referredTable } from '../schema/referred-table';
import { type Column, type ColumnType, indexedColumns, indexName, type Table } from '../schema/table';
import { className } from './class-name';

/** The package.json of a project of JavaScript. MikroORM looks for itself in it, and for whether to load a TypeScript loader. */
export const mikroPackage = JSON.stringify({
  name: 'benchmark',
  private: true,
  type: 'module',
  dependencies: { '@mikro-orm/cli': '*', '@mikro-orm/migrations': '*', '@mikro-orm/postgresql': '*' },
  'mikro-orm': { preferTs: false },
});

/** The JavaScript module of one table for MikroORM: an EntitySchema, which needs no compiler. */
export function renderMikroEntity(table: Table, tables: readonly Table[]): string {
  const name = className(table.name);
  const targets = new Set(table.references.map((reference) => referredTable(tables, reference)));
  const properties = [
    `id: { type: 'integer', primary: true }`,
    `code: { type: 'string', columnType: 'varchar(64)', unique: true }`,
    ...table.columns.map(renderColumn),
    table.status === undefined
      ? `status: { type: 'text' }`
      : `status: { enum: true, items: ${JSON.stringify(table.status.labels)}, nativeEnumName: '${table.status.name}' }`,
    `created_at: { type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' }`,
    `updated_at: { type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' }`,
    ...table.references.map(
      (reference) =>
        // By default it would index every foreign key, which no other form does.
        `${reference.column}: { kind: 'm:1', entity: () => ${className(referredTable(tables, reference))}, fieldName: '${reference.column}', nullable: true, index: false }`,
    ),
  ];
  return [
    `import { EntitySchema } from '@mikro-orm/core';`,
    ...[...targets].map((target) => `import { ${className(target)} } from './${target}.js';`),
    '',
    `export const ${name} = new EntitySchema({`,
    `  name: '${name}',`,
    `  tableName: '${table.name}',`,
    '  indexes: [',
    ...indexedColumns.map(
      (columns) =>
        `    { name: '${indexName(table.name, columns)}', properties: ${JSON.stringify(columns)} },`,
    ),
    '  ],',
    '  properties: {',
    ...properties.map((property) => `    ${property},`),
    '  },',
    '});',
    '',
  ].join('\n');
}

function renderColumn({ name, type, nullable }: Column): string {
  const [ours, columnType] = renderType(type);
  return `${name}: { type: '${ours}', columnType: '${columnType}'${nullable ? ', nullable: true' : ''} }`;
}

function renderType(type: ColumnType): readonly [type: string, columnType: string] {
  switch (type.kind) {
    case 'varchar':
      return ['string', `varchar(${type.length})`];
    case 'numeric':
      return ['decimal', `numeric(${type.precision},${type.scale})`];
    case 'text':
      return ['text', 'text'];
    case 'integer':
      return ['integer', 'int'];
    case 'bigint':
      return ['bigint', 'bigint'];
    case 'double':
      return ['double', 'double precision'];
    case 'boolean':
      return ['boolean', 'boolean'];
    case 'date':
      return ['date', 'date'];
    case 'timestamp':
      return ['datetime', 'timestamptz'];
    case 'uuid':
      return ['uuid', 'uuid'];
    case 'jsonb':
      return ['json', 'jsonb'];
  }
}
