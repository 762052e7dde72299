import { type Operation, renderOperation, reverseOperation } from '../operations/operation';
import type { Statement } from '../operations/statement';
import { nameKey } from '../schema/name-key';
import type { TableIndex } from '../schema/table-index';

export interface RenderedPlan {
  readonly up: readonly Statement[];
  readonly down: readonly Statement[];
}

/** The statements of the operations, and of their reverses in reverse order. */
export function renderPlan(operations: readonly Operation[]): RenderedPlan {
  const up = markLabelsInUse(operations);
  return {
    up: renderAll(up),
    down: renderAll(withoutWhatGoesAlong([...up].reverse().map(reverseOperation))),
  };
}

/** A table takes its plain indexes and its flags along: no need to take them off first. */
function withoutWhatGoesAlong(operations: readonly Operation[]): readonly Operation[] {
  const dropped = new Set(
    operations.flatMap((operation) => (operation.kind === 'dropTable' ? [nameKey(operation.table)] : [])),
  );
  return operations.filter((operation) => {
    switch (operation.kind) {
      case 'dropIndex':
        return !dropped.has(nameKey(operation.table)) || !isPlain(operation.index);
      case 'setRowSecurity':
      case 'setReplicaIdentity':
      case 'setClusteredOn':
        return !dropped.has(nameKey(operation.table));
      default:
        return true;
    }
  });
}

/** An index that computes something stands on routines too, which may go before the table. */
function isPlain({ keys, predicate }: TableIndex): boolean {
  return predicate === null && keys.every(({ kind }) => kind === 'column');
}

/** Nobody reads or writes a table that the same migration creates, and there is nothing in it. */
function renderAll(operations: readonly Operation[]): readonly Statement[] {
  const created = new Set(
    operations.flatMap((operation) => (operation.kind === 'createTable' ? [nameKey(operation.table)] : [])),
  );
  return operations.flatMap(renderOperation).map((statement) => ({
    ...statement,
    hazards: statement.hazards.filter(({ table }) => !created.has(nameKey(table))),
  }));
}

/**
 * A label that is added and used by the same plan must be committed in between. Whether a statement uses it is seen by
 * its text: that one which only happens to hold the same word runs in a migration of its own harms nobody.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES
 */
function markLabelsInUse(operations: readonly Operation[]): readonly Operation[] {
  return operations.map((operation, index) => {
    if (operation.kind !== 'addEnumLabels') return operation;
    const known = new Set(operation.fewer);
    const quoted = operation.more
      .filter((label) => !known.has(label))
      .map((label) => `'${label.replaceAll("'", "''")}'`);
    const later = operations.slice(index + 1).filter(({ kind }) => kind !== 'addEnumLabels');
    const usedInSamePlan = later
      .flatMap(renderOperation)
      .some(({ sql }) => quoted.some((label) => sql.includes(label)));
    return { ...operation, usedInSamePlan };
  });
}
