import type { Table } from './table';

/** One edit of one table. */
export interface Change {
  /** The number of the table in the list. */
  readonly number: number;
  readonly column: string;
  readonly table: Table;
}

/**
 * The edit of a round: one column more, in another table and with another name than in the rounds before, so that
 * no tool has seen its outcome yet.
 */
export function addColumn(tables: readonly Table[], round: number): Change {
  const number = (round * 7 + 3) % tables.length;
  const table = tables[number];
  if (table === undefined) throw new Error('there is no table to change');
  const column = `added_in_${round}`;
  return {
    number,
    column,
    table: {
      ...table,
      columns: [...table.columns, { name: column, type: { kind: 'integer' }, nullable: true }],
    },
  };
}
