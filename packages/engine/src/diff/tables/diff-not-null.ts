import type { Column } from '../../schema/column';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Change, DiffContext } from '../change';
import { hasDeferred } from './has-deferred';

export function diffNotNull(
  context: DiffContext,
  table: QualifiedName,
  from: Column,
  to: Column,
): readonly Change[] {
  if (from.notNull === to.notNull) return [];
  const on = { table, column: to.name, type: to.type, defers: hasDeferred(context, table) };
  return to.notNull
    ? [{ kind: 'setNotNull', ...on, fill: context.decisions.backfill(table, to.name) }]
    : [{ kind: 'dropNotNull', ...on, fill: null }];
}
