import { createRandom, type Random } from '../random/create-random';
import type { Column, ColumnType, Reference, Table } from './table';

const nouns = [
  ...['account', 'address', 'asset', 'audit', 'batch', 'booking', 'budget', 'campaign', 'cart', 'category'],
  ...[
    'channel',
    'claim',
    'client',
    'comment',
    'contract',
    'coupon',
    'course',
    'delivery',
    'device',
    'document',
  ],
] as const;

/** Five columns that differ from table to table. */
const columnNames = ['description', 'quantity', 'price', 'payload', 'noted'] as const;

/**
 * The first `count` tables of the seed: 12 or 13 columns (the first has 11), one unique, two indexes, an enum in every
 * fifth, one or two foreign keys to earlier tables (the first has none).
 */
export function makeTables(count: number, seed: number): readonly Table[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, number) => makeTable(number, random));
}

function makeTable(number: number, random: Random): Table {
  const name = `${random.pick(nouns)}_${number}`;
  return {
    name,
    columns: [
      { name: 'name', type: { kind: 'varchar', length: 120 }, nullable: false },
      ...columnNames.map((column) => makeColumn(column, random)),
    ],
    status:
      number % 5 === 0
        ? { name: `status_of_${name}`, labels: ['draft', 'active', 'paused', 'retired'] }
        : undefined,
    references: makeReferences(number, random),
  };
}

function makeColumn(name: string, random: Random): Column {
  return { name, type: random.pick(columnTypes), nullable: random.integer(3) === 0 };
}

function makeReferences(number: number, random: Random): readonly Reference[] {
  if (number === 0) return [];
  const parent = { column: 'parent_id', table: random.integer(number) };
  if (number % 2 === 0) return [parent];
  return [parent, { column: 'owner_id', table: random.integer(number) }];
}

const columnTypes: readonly [ColumnType, ...ColumnType[]] = [
  { kind: 'varchar', length: 255 },
  { kind: 'varchar', length: 40 },
  { kind: 'numeric', precision: 12, scale: 2 },
  { kind: 'text' },
  { kind: 'integer' },
  { kind: 'bigint' },
  { kind: 'double' },
  { kind: 'boolean' },
  { kind: 'date' },
  { kind: 'timestamp' },
  { kind: 'uuid' },
  { kind: 'jsonb' },
];
