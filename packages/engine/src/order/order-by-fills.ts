import type { AddColumn } from '../operations/columns/add-column';
import type { SetNotNull } from '../operations/columns/set-not-null';
import type { Operation } from '../operations/operation';
import { groupBy } from '../schema/group-by';
import { nameKey } from '../schema/name-key';
import type { Order } from './order';

/**
 * What rows are given may be told by another column that is new, of their table or of one that is named: that is there
 * before, with its own value in every row.
 */
export function orderByFills(order: Order<Operation>, operations: readonly Operation[]): void {
  const columns = operations.filter(isColumn);
  const byTable = groupBy(columns, ({ table }) => table.name);
  for (const later of columns) {
    if (later.fill === null) continue;
    const read = namesIn(later.fill);
    for (const table of new Set([later.table.name, ...read])) {
      for (const earlier of byTable.get(table) ?? []) {
        if (!read.has(columnOf(earlier)) || isNoEarlier(earlier, later)) continue;
        order.mustRun(earlier).before(later, `${columnOf(later)} is given ${later.fill}`);
      }
    }
  }
}

function isNoEarlier(earlier: ColumnOperation, later: ColumnOperation): boolean {
  const ofOneTable = nameKey(earlier.table) === nameKey(later.table);
  if (ofOneTable && columnOf(earlier) === columnOf(later)) return true;
  if (isTold(earlier, columnOf(later))) return true;
  return ofOneTable && earlier.kind === 'addColumn' && earlier.column.value.kind === 'generated';
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
  return operation.fill !== null && namesIn(operation.fill).has(by);
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
