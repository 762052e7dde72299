import { referredTable } from '../schema/referred-table';
import { type Column, type ColumnType, indexedColumns, indexName, type Table } from '../schema/table';
import { className } from './class-name';

/** The one schema file of Prisma. */
export function renderPrismaSchema(tables: readonly Table[]): string {
  const pointing = collectPointing(tables);
  const blocks = tables.flatMap((table) => [
    ...renderEnum(table),
    renderModel(table, tables, pointing.get(table.name) ?? []),
  ]);
  return [renderBlock('datasource db', ['provider = "postgresql"']), ...blocks].join('\n');
}

/** Prisma wants both ends of a relation to be declared. */
interface Pointing {
  readonly from: string;
  readonly relation: string;
}

function collectPointing(tables: readonly Table[]): ReadonlyMap<string, readonly Pointing[]> {
  const pointing = new Map<string, Pointing[]>();
  for (const table of tables) {
    for (const reference of table.references) {
      const target = referredTable(tables, reference);
      const known = pointing.get(target) ?? [];
      known.push({ from: className(table.name), relation: relationName(table.name, reference.column) });
      pointing.set(target, known);
    }
  }
  return pointing;
}

function renderEnum({ name, status }: Table): readonly string[] {
  if (status === undefined) return [];
  return [renderBlock(`enum ${className(name)}Status`, [...status.labels, `@@map("${status.name}")`])];
}

function renderModel(table: Table, tables: readonly Table[], pointing: readonly Pointing[]): string {
  return renderBlock(`model ${className(table.name)}`, [
    'id Int @id @default(autoincrement())',
    'code String @unique @db.VarChar(64)',
    ...table.columns.map(renderColumn),
    `status ${table.status === undefined ? 'String' : `${className(table.name)}Status`}`,
    'created_at DateTime @default(now()) @db.Timestamptz(6)',
    'updated_at DateTime @default(now()) @db.Timestamptz(6)',
    ...table.references.flatMap((reference) => {
      const { column } = reference;
      const target = className(referredTable(tables, reference));
      const relation = relationName(table.name, column);
      return [
        `${column} Int?`,
        `${column}_row ${target}? @relation("${relation}", fields: [${column}], references: [id])`,
      ];
    }),
    ...pointing.map(({ from, relation }) => `from_${relation} ${from}[] @relation("${relation}")`),
    ...indexedColumns.map(
      (columns) => `@@index([${columns.join(', ')}], map: "${indexName(table.name, columns)}")`,
    ),
    `@@map("${table.name}")`,
  ]);
}

function relationName(table: string, column: string): string {
  return `${table}_${column}`;
}

function renderColumn({ name, type, nullable }: Column): string {
  const [scalar, attribute] = renderType(type);
  return `${name} ${scalar}${nullable ? '?' : ''}${attribute === undefined ? '' : ` @db.${attribute}`}`;
}

function renderType(type: ColumnType): readonly [scalar: string, attribute?: string] {
  switch (type.kind) {
    case 'varchar':
      return ['String', `VarChar(${type.length})`];
    case 'numeric':
      return ['Decimal', `Decimal(${type.precision}, ${type.scale})`];
    case 'text':
      return ['String'];
    case 'integer':
      return ['Int'];
    case 'bigint':
      return ['BigInt'];
    case 'double':
      return ['Float'];
    case 'boolean':
      return ['Boolean'];
    case 'date':
      return ['DateTime', 'Date'];
    case 'timestamp':
      return ['DateTime', 'Timestamptz(6)'];
    case 'uuid':
      return ['String', 'Uuid'];
    case 'jsonb':
      return ['Json'];
  }
}

function renderBlock(head: string, lines: readonly string[]): string {
  return `${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}
