import type { Column } from './column';
import { findNamed } from './find-named';
import type { QualifiedName } from './qualified-name';
import type { Schema } from './schema';
import type { Table } from './table';

/** The tables that a table inherits from, or is a partition of. */
export function parentsOf(table: Table, { tables }: Schema): readonly Table[] {
  return parentNamesOf(table).flatMap((name) => findNamed(tables, name) ?? []);
}

/** What they are called. */
export function parentNamesOf({
  inherits,
  partition,
}: Pick<Table, 'inherits' | 'partition'>): readonly QualifiedName[] {
  return partition.kind === 'partition' ? [partition.of] : inherits;
}

/** The column of that name that a table has from one of its parents. */
export function columnOfParents(parents: readonly Table[], name: string): Column | undefined {
  return parents.flatMap(({ columns }) => columns).find((column) => column.name === name);
}
