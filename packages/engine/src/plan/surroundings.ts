import type { Operation } from '../operations/operation';
import type { Constraint } from '../schema/constraint';
import { columnKey, nameKey } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';

/** What stands around an operation in its plan, and says which of its forms can be had. */
export interface Surroundings {
  /** Tables that nobody uses yet, and partitioned ones, for which Postgres has no such forms. */
  readonly idle: ReadonlySet<string>;
  /** Constraints and indexes that are taken off, by table and name. */
  readonly removed: ReadonlySet<string>;
  /** Keys that a foreign key which is taken off comes back to: it would be away while they are built in files of their own. */
  readonly referenced: ReadonlySet<string>;
  /** Constraints that are taken off, by table and name, where no function that they may call goes. */
  readonly changed: ReadonlyMap<string, Constraint>;
  /** Tables whose rows are all written anyway, while nobody reads them. */
  readonly rewritten: ReadonlySet<string>;
  /** Columns that must not be NULL before something else of the plan can be done to them. */
  readonly awaited: ReadonlySet<string>;
  /** Tables that lose a column: what fills another may come from it. */
  readonly losing: ReadonlySet<string>;
  readonly constraints: ReadonlySet<string>;
}

export function surroundingsOf(operations: readonly Operation[], to: Schema): Surroundings {
  const idle = new Set(to.tables.filter(({ partition }) => partition.kind !== 'none').map(nameKey));
  const removed = new Set<string>();
  const awaited = new Set<string>();
  const losing = new Set<string>();
  const rewritten = new Set<string>();
  const changed = new Map<string, Constraint>();
  for (const operation of operations) {
    if (operation.kind === 'createTable') idle.add(nameKey(operation.table));
    if (operation.kind === 'dropIndex') removed.add(columnKey(operation.table, operation.index.name));
    if (operation.kind === 'dropColumn') losing.add(nameKey(operation.table));
    if (operation.kind === 'changeType') rewritten.add(nameKey(operation.table));
    if (operation.kind === 'rebuildEnum' || operation.kind === 'rebuildDomain') {
      for (const { table } of operation.uses) rewritten.add(nameKey(table));
    }
    if (operation.kind === 'addIdentity') awaited.add(columnKey(operation.table, operation.column));
    if (operation.kind === 'dropConstraint') {
      const key = columnKey(operation.table, operation.constraint.name);
      removed.add(key);
      changed.set(key, operation.constraint);
    }
  }
  const referenced = new Set(
    to.tables.flatMap((table) =>
      table.constraints.flatMap((constraint) =>
        constraint.kind === 'foreignKey' && removed.has(columnKey(table, constraint.name))
          ? [keyOf(constraint.references, constraint.references.columns)]
          : [],
      ),
    ),
  );
  // What stands on columns waits for none of them in a file of its own.
  for (const { constraints, replicaIdentity, indexes, ...table } of to.tables) {
    const keys = constraints.filter(
      ({ kind, name, columns }) =>
        kind === 'primaryKey' &&
        (removed.has(columnKey(table, name)) || referenced.has(keyOf(table, columns))),
    );
    for (const column of keys.flatMap(({ columns }) => columns)) awaited.add(columnKey(table, column));
    if (replicaIdentity.kind !== 'index') continue;
    const index = indexes.find(({ name }) => name === replicaIdentity.index);
    for (const key of index?.keys ?? []) {
      if (key.kind === 'column') awaited.add(columnKey(table, key.column));
    }
  }
  const constraints = new Set(
    to.tables.flatMap((table) => table.constraints.map(({ name }) => columnKey(table, name))),
  );
  if (operations.some(({ kind }) => kind === 'dropRoutine')) changed.clear();
  return { idle, removed, changed, rewritten, referenced, awaited, losing, constraints };
}

/** The same for the same columns of a table, in whatever order. */
export function keyOf(table: QualifiedName, columns: readonly string[]): string {
  return JSON.stringify([nameKey(table), [...columns].sort()]);
}
