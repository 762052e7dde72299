import type { AddColumn } from '../operations/columns/add-column';
import type { SetNotNull } from '../operations/columns/set-not-null';
import type { Operation } from '../operations/operation';
import { groupBy } from '../schema/group-by';
import { nameKey } from '../schema/name-key';
import type { Order } from './order';

/** What rows are given may be told by another column that is new: that is there before, with its own value in every row. */
export function orderByFills(order: Order<Operation>, operations: readonly Operation[]): void {
  for (const columns of groupBy(operations.filter(isColumn), ({ table }) => nameKey(table)).values()) {
    for (const later of columns) {
      if (later.fill === null) continue;
      const read = namesIn(later.fill);
      for (const earlier of columns) {
        if (!read.has(columnOf(earlier))) continue;
        if (columnOf(earlier) === columnOf(later) || isTold(earlier, columnOf(later))) continue;
        order.mustRun(earlier).before(later, `${columnOf(later)} is given ${later.fill}`);
      }
    }
  }
}

type ColumnOperation = AddColumn | SetNotNull;

function isColumn(operation: Operation): operation is ColumnOperation {
  return operation.kind === 'addColumn' || (operation.kind === 'setNotNull' && operation.fill !== null);
}

function columnOf({ column }: ColumnOperation): string {
  return typeof column === 'string' ? column : column.name;
}

/** Whether it has its own value by the other. */
function isTold(operation: ColumnOperation, by: string): boolean {
  const isGenerated = operation.kind === 'addColumn' && operation.column.value.kind === 'generated';
  return isGenerated || (operation.fill !== null && namesIn(operation.fill).has(by));
}

/** The names in an expression: more than those of columns, and no text. */
function namesIn(expression: string): ReadonlySet<string> {
  const names = expression
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .match(/"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*/gu);
  return new Set(
    (names ?? []).map((name) =>
      name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase(),
    ),
  );
}
