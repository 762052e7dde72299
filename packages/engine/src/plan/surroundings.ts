import type { Operation } from '../operations/operation';
import type { Constraint } from '../schema/constraint';
import { columnKey, nameKey } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import type { Table } from '../schema/table';

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
  const touched = touchedBy(operations);
  const { removed } = touched;
  const idle = new Set([
    ...to.tables.filter(({ partition }) => partition.kind !== 'none').map(nameKey),
    ...touched.made,
  ]);
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
  const awaited = new Set([
    ...touched.identities,
    ...to.tables.flatMap((table) => [
      ...columnsOfComingKeys(table, { removed, referenced }),
      ...columnsOfReplicaIdentity(table),
    ]),
  ]);
  const constraints = new Set(
    to.tables.flatMap((table) => table.constraints.map(({ name }) => columnKey(table, name))),
  );
  const { changed, rewritten, losing } = touched;
  return { idle, removed, changed, rewritten, referenced, awaited, losing, constraints };
}

interface Touched extends Pick<Surroundings, 'removed' | 'changed' | 'rewritten' | 'losing'> {
  /** Tables that are new. */
  readonly made: ReadonlySet<string>;
  /** Columns that become one of identity. */
  readonly identities: ReadonlySet<string>;
}

function touchedBy(operations: readonly Operation[]): Touched {
  const made = new Set<string>();
  const identities = new Set<string>();
  const removed = new Set<string>();
  const losing = new Set<string>();
  const rewritten = new Set<string>();
  const changed = new Map<string, Constraint>();
  for (const operation of operations) {
    if (operation.kind === 'createTable') made.add(nameKey(operation.table));
    if (operation.kind === 'dropIndex') removed.add(columnKey(operation.table, operation.index.name));
    if (operation.kind === 'dropColumn') losing.add(nameKey(operation.table));
    if (operation.kind === 'changeType') rewritten.add(nameKey(operation.table));
    if (operation.kind === 'rebuildEnum' || operation.kind === 'rebuildDomain') {
      for (const { table } of operation.uses) rewritten.add(nameKey(table));
    }
    if (operation.kind === 'addIdentity') identities.add(columnKey(operation.table, operation.column));
    if (operation.kind === 'dropConstraint') {
      const key = columnKey(operation.table, operation.constraint.name);
      removed.add(key);
      changed.set(key, operation.constraint);
    }
  }
  if (operations.some(({ kind }) => kind === 'dropRoutine')) changed.clear();
  return { made, identities, removed, changed, rewritten, losing };
}

/** Of the primary keys that are made again, or that a foreign key comes back to. */
function columnsOfComingKeys(
  table: Table,
  { removed, referenced }: Pick<Surroundings, 'removed' | 'referenced'>,
): readonly string[] {
  return table.constraints
    .filter(
      ({ kind, name, columns }) =>
        kind === 'primaryKey' &&
        (removed.has(columnKey(table, name)) || referenced.has(keyOf(table, columns))),
    )
    .flatMap(({ columns }) => columns.map((column) => columnKey(table, column)));
}

function columnsOfReplicaIdentity(table: Table): readonly string[] {
  const { replicaIdentity, indexes } = table;
  if (replicaIdentity.kind !== 'index') return [];
  const index = indexes.find(({ name }) => name === replicaIdentity.index);
  return (index?.keys ?? []).flatMap((key) => (key.kind === 'column' ? [columnKey(table, key.column)] : []));
}

/** The same for the same columns of a table, in whatever order. */
export function keyOf(table: QualifiedName, columns: readonly string[]): string {
  return JSON.stringify([nameKey(table), [...columns].sort()]);
}
