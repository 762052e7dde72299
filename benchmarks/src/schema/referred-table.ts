import type { Reference, Table } from './table';

/** The name of the table that a foreign key points at. */
export function referredTable(tables: readonly Table[], { table: number }: Reference): string {
  const table = tables[number];
  if (table === undefined) throw new Error(`there is no table ${number}`);
  return table.name;
}
