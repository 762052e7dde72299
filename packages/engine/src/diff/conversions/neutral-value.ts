import type { Column } from '../../schema/column';
import { findNamed } from '../../schema/find-named';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Schema } from '../../schema/schema';
import type { Table } from '../../schema/table';
import { filler } from './filler';

/**
 * What every row can get in a column that may not be NULL and whose values are gone; `null` where no value of its type is
 * neutral, or a key allows none that is the same in all rows.
 */
export function neutralValue(
  { tables, enums }: Pick<Schema, 'tables' | 'enums'>,
  table: QualifiedName,
  { name, type }: Column,
): string | null {
  const found = findNamed(tables, table);
  if (found !== undefined && isOfKey(found, name)) return null;
  const labels = type.kind === 'enum' ? findNamed(enums, type.base)?.labels : undefined;
  return filler(type, labels?.[0] ?? null);
}

function isOfKey({ constraints, indexes }: Table, column: string): boolean {
  return (
    constraints.some(({ kind, columns }) => kind !== 'check' && columns.includes(column)) ||
    indexes.some(
      ({ unique, keys }) => unique && keys.some((key) => key.kind === 'column' && key.column === column),
    )
  );
}
