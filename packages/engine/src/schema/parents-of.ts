import type { Schema } from './schema';
import type { Table } from './table';

/** The tables that a table inherits from, or is a partition of. */
export function parentsOf({ inherits, partition }: Table, { tables }: Schema): readonly Table[] {
  const names = partition.kind === 'partition' ? [partition.of] : inherits;
  return names.length === 0
    ? []
    : tables.filter((table) =>
        names.some(({ schema, name }) => table.schema === schema && table.name === name),
      );
}
