import type { Column } from '../schema/column';
import type { QualifiedName } from '../schema/qualified-name';
import type { Change, DiffContext } from './change';

export function diffNotNull(
  { decisions }: DiffContext,
  table: QualifiedName,
  from: Column,
  to: Column,
): readonly Change[] {
  if (from.notNull === to.notNull) return [];
  const column = to.name;
  return to.notNull
    ? [{ kind: 'setNotNull', table, column, fill: decisions.backfill(table, column) }]
    : [{ kind: 'dropNotNull', table, column, fill: null }];
}
