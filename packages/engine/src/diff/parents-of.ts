import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import type { Table } from '../schema/table';

/** The tables that a table inherits from, or is a partition of. */
export function parentsOf(table: Table, { tables }: Schema): readonly Table[] {
  const names = parentNamesOf(table);
  return names.length === 0
    ? []
    : tables.filter((table) =>
        names.some(({ schema, name }) => table.schema === schema && table.name === name),
      );
}

export function parentNamesOf({ inherits, partition }: Table): readonly QualifiedName[] {
  return partition.kind === 'partition' ? [partition.of] : inherits;
}
