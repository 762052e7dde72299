import { addColumn, type Change } from '../schema/add-column';
import type { Table } from '../schema/table';

export interface Edit {
  /** Undoes the change of an earlier round and makes this round's. */
  make(round: number): void;
  undo(): void;
  column(round: number): string;
}

/** The edit that a developer makes before a migration is written. `write` writes the file of the table with that number. */
export function createEdit(tables: readonly Table[], write: (number: number, table: Table) => void): Edit {
  let made: Change | undefined;
  const undo = () => {
    const original = made === undefined ? undefined : tables[made.number];
    if (made !== undefined && original !== undefined) write(made.number, original);
    made = undefined;
  };
  return {
    undo,
    make(round) {
      undo();
      made = addColumn(tables, round);
      write(made.number, made.table);
    },
    column: (round) => addColumn(tables, round).column,
  };
}
