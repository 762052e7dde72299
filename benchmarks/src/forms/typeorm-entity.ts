import { referredTable } from '../schema/referred-table';
import { type Column, type ColumnType, indexedColumns, indexName, type Table } from '../schema/table';
import { className } from './class-name';

/** The TypeScript file of one table as a TypeORM entity. */
export function renderTypeormEntity(table: Table, tables: readonly Table[]): string {
  const targets = [...new Set(table.references.map((reference) => referredTable(tables, reference)))];
  return [
    `import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';`,
    ...targets.map((name) => `import { ${className(name)} } from './${name}';`),
    '',
    ...(table.status === undefined ? [] : [renderEnum(table), '']),
    `@Entity('${table.name}')`,
    ...indexedColumns.map(
      (columns) => `@Index('${indexName(table.name, columns)}', [${quoteAll(columns).join(', ')}])`,
    ),
    `export class ${className(table.name)} {`,
    '  @PrimaryGeneratedColumn() id!: number;',
    `  @Column({ type: 'varchar', length: 64, unique: true }) code!: string;`,
    ...table.columns.map(renderColumn),
    `  ${renderStatus(table)}`,
    `  @Column({ type: 'timestamptz', default: () => 'now()' }) created_at!: Date;`,
    `  @Column({ type: 'timestamptz', default: () => 'now()' }) updated_at!: Date;`,
    ...table.references.map((reference) => {
      const { column } = reference;
      const target = className(referredTable(tables, reference));
      return `  @ManyToOne(() => ${target}, { nullable: true }) @JoinColumn({ name: '${column}' }) ${column}!: Relation<${target}> | null;`;
    }),
    '}',
    '',
  ].join('\n');
}

/** The file that lists every entity. */
export function renderTypeormModels(tables: readonly Table[]): string {
  return [
    ...tables.map(({ name }) => `import { ${className(name)} } from './${name}';`),
    '',
    `export const models = [${tables.map(({ name }) => className(name)).join(', ')}];`,
    '',
  ].join('\n');
}

function renderEnum({ name, status }: Table): string {
  const members = (status?.labels ?? []).map((label) => `${label.toUpperCase()} = '${label}'`);
  return `export enum ${className(name)}Status { ${members.join(', ')} }`;
}

function renderStatus({ name, status }: Table): string {
  if (status === undefined) return `@Column({ type: 'text' }) status!: string;`;
  const type = `${className(name)}Status`;
  return `@Column({ type: 'enum', enum: ${type}, enumName: '${status.name}' }) status!: ${type};`;
}

function renderColumn({ name, type, nullable }: Column): string {
  const options = [...renderType(type), ...(nullable ? ['nullable: true'] : [])].join(', ');
  return `  @Column({ ${options} }) ${name}!: ${renderProperty(type)}${nullable ? ' | null' : ''};`;
}

function renderType(type: ColumnType): readonly string[] {
  switch (type.kind) {
    case 'varchar':
      return [`type: 'varchar'`, `length: ${type.length}`];
    case 'numeric':
      return [`type: 'numeric'`, `precision: ${type.precision}`, `scale: ${type.scale}`];
    case 'double':
      return [`type: 'double precision'`];
    case 'timestamp':
      return [`type: 'timestamptz'`];
    case 'text':
    case 'integer':
    case 'bigint':
    case 'boolean':
    case 'date':
    case 'uuid':
    case 'jsonb':
      return [`type: '${type.kind}'`];
  }
}

function renderProperty(type: ColumnType): string {
  switch (type.kind) {
    case 'integer':
    case 'double':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'timestamp':
      return 'Date';
    case 'jsonb':
      return 'object';
    case 'varchar':
    case 'numeric':
    case 'text':
    case 'bigint':
    case 'date':
    case 'uuid':
      return 'string';
  }
}

function quoteAll(names: readonly string[]): readonly string[] {
  return names.map((name) => `'${name}'`);
}
