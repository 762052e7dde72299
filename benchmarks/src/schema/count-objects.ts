import type { Table } from './table';

/** How much there is of what, to see that the tools made the same. */
export interface ObjectCounts {
  readonly tables: number;
  readonly columns: number;
  readonly indexes: number;
  readonly foreignKeys: number;
  readonly enums: number;
}

/** What a database holds that was made from these tables. */
export function countObjects(tables: readonly Table[]): ObjectCounts {
  const sum = (of: (table: Table) => number) => tables.reduce((total, table) => total + of(table), 0);
  return {
    tables: tables.length,
    // id, code, status, created_at and updated_at
    columns: sum(({ columns, references }) => 5 + columns.length + references.length),
    // of the primary key, of the unique, and two
    indexes: tables.length * 4,
    foreignKeys: sum(({ references }) => references.length),
    enums: sum(({ status }) => (status === undefined ? 0 : 1)),
  };
}

/** What differs, in words; undefined when nothing does. */
export function describeDifference(from: ObjectCounts, to: ObjectCounts): string | undefined {
  const keys = ['tables', 'columns', 'indexes', 'foreignKeys', 'enums'] as const;
  const different = keys.filter((key) => from[key] !== to[key]);
  if (different.length === 0) return undefined;
  return different.map((key) => `${words[key]}: ${to[key]} instead of ${from[key]}`).join(', ');
}

const words = {
  tables: 'tables',
  columns: 'columns',
  indexes: 'indexes',
  foreignKeys: 'foreign keys',
  enums: 'enum types',
} satisfies { readonly [K in keyof ObjectCounts]: string };
