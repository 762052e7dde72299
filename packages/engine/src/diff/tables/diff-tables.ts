import { displayName } from '../../operations/display-name';
import { bareTable, type DropTable } from '../../operations/tables/create-table';
import { nameKey, nameOnly } from '../../schema/name-key';
import { same } from '../../schema/same';
import type { Table } from '../../schema/table';
import type { Change, DiffContext } from '../change';
import { changePartitionByHand } from '../change-partition-by-hand';
import { diffComment } from '../diff-comment';
import { pairUp } from '../pair-up';
import { detachPartitions } from './detach-partitions';
import { diffColumns } from './diff-columns';
import { diffConstraints } from './diff-constraints';
import { diffIndexes } from './diff-indexes';
import { diffInheritedParts } from './diff-inherited-parts';
import { diffInheritedValues } from './diff-inherited-values';
import { diffPolicies, diffRules, diffTriggers } from './diff-table-parts';
import { dropTable, ownWaysOf } from './drop-table';
import { refuseMergedColumns } from './refuse-merged-columns';
import { refuseNumbersForChildren } from './refuse-numbers-for-children';

export function diffTables(context: DiffContext): readonly Change[] {
  const { gone, kept, added } = pairUp(context.from.tables, context.to.tables, nameKey);
  const goneKeys = new Set(gone.map(nameKey));
  const detachGone = detachPartitions(context.from, context.to);
  const detachAdded = detachPartitions(context.to, context.from);
  return [
    ...gone.flatMap((table) =>
      dropTable(table, goneKeys, context.from, { ...ownWaysOf(context, table), ...detachGone(table) }),
    ),
    ...added.flatMap((table) => createTable(context, table, detachAdded(table))),
    ...kept.flatMap(({ from, to }) => [
      // What changes for a parent changes for a child that stays as it is.
      ...diffInheritedValues(context, from, to),
      ...refuseMergedColumns(context, from, to),
      ...(context.displaced.size === 0 && same(from, to)
        ? []
        : [
            ...diffInheritedParts(context, from, to),
            ...refuseNumbersForChildren(context, from, to),
            ...withoutKeyTypes(from, marksOfRemade(from, to, diffTable(context, from, to))),
          ]),
    ]),
  ];
}

function createTable(
  context: DiffContext,
  table: Table,
  detached: Pick<DropTable, 'detachedFrom'>,
): readonly Change[] {
  const bare = bareTable(table);
  // What bore the name before may be displaced; nothing of the new table is.
  const fresh = { ...context, displaced: new Set<string>() };
  return [
    { kind: 'createTable', table: bare, ...detached },
    ...diffInheritedValues(fresh, null, table),
    ...diffTable(fresh, bare, table),
  ];
}

function diffTable(context: DiffContext, from: Table, to: Table): readonly Change[] {
  const table = nameOnly(to);
  const compare: { readonly [K in keyof Required<Table>]: () => readonly Change[] } = {
    schema: () => [],
    name: () => [],
    columns: () => diffColumns(context, table, from.columns, to.columns),
    constraints: () => diffConstraints(context, table, from.constraints, to.constraints),
    indexes: () => diffIndexes(context, 'table', table, from.indexes, to.indexes),
    triggers: () => diffTriggers(context, table, from.triggers, to.triggers),
    policies: () => diffPolicies(context, table, from.policies, to.policies),
    rules: () => diffRules(context, table, from.rules, to.rules),
    unlogged: () =>
      from.unlogged === to.unlogged
        ? []
        : [{ kind: 'setLogged', table, to: to.unlogged ? 'unlogged' : 'logged' }],
    inherits: () => diffParents(from, to),
    partition: () =>
      same(from.partition, to.partition)
        ? []
        : [byHand(to, 'its partitioning differs', changePartitionByHand(from, to))],
    rowSecurity: () =>
      same(from.rowSecurity, to.rowSecurity)
        ? []
        : [{ kind: 'setRowSecurity', table, from: from.rowSecurity, to: to.rowSecurity }],
    replicaIdentity: () =>
      same(from.replicaIdentity, to.replicaIdentity)
        ? []
        : [{ kind: 'setReplicaIdentity', table, from: from.replicaIdentity, to: to.replicaIdentity }],
    clusteredOn: () =>
      from.clusteredOn === to.clusteredOn
        ? []
        : [{ kind: 'setClusteredOn', table, from: from.clusteredOn, to: to.clusteredOn }],
    accessMethod: () =>
      from.accessMethod === to.accessMethod
        ? []
        : [byHand(to, 'its access method differs', `ALTER TABLE … SET ACCESS METHOD ${to.accessMethod}`)],
    options: () =>
      same(from.options, to.options)
        ? []
        : [{ kind: 'setTableOptions', on: 'table', table, from: from.options, to: to.options }],
    comment: () => diffComment({ kind: 'table', ...table }, from.comment, to.comment),
  };
  return Object.values(compare).flatMap((changes) => changes());
}

/** Replica identity and clustering stand on an index, and are lost with it: no operation tells them again by themselves. */
function marksOfRemade(from: Table, to: Table, changes: readonly Change[]): readonly Change[] {
  const dropped = new Set(
    changes.flatMap((change) => {
      if (change.kind === 'dropIndex') return [change.index.name];
      return change.kind === 'dropConstraint' ? [change.constraint.name] : [];
    }),
  );
  const identity = to.replicaIdentity.kind === 'index' ? to.replicaIdentity.index : null;
  const isLost = (name: string | null, stays: boolean) => name !== null && stays && dropped.has(name);
  return isLost(identity, same(from.replicaIdentity, to.replicaIdentity)) ||
    isLost(to.clusteredOn, from.clusteredOn === to.clusteredOn)
    ? [
        byHand(
          to,
          'an index changes on which its REPLICA IDENTITY or CLUSTER stands',
          'set them to another, change the index, and set them back',
        ),
      ]
    : changes;
}

/** Postgres never lets go of the type of what it partitions by. */
function withoutKeyTypes(from: Table, changes: readonly Change[]): readonly Change[] {
  if (from.partition.kind === 'none') return changes;
  const key = new Set(from.partition.keyColumns);
  return changes.map((change) =>
    change.kind === 'changeType' && key.has(change.column)
      ? byHand(
          from,
          `it is partitioned by ${change.column}, whose type changes`,
          'create the new table, copy the rows, and rename it',
        )
      : change,
  );
}

function diffParents(from: Table, to: Table): readonly Change[] {
  const table = nameOnly(to);
  const { gone, added } = pairUp(from.inherits, to.inherits, nameKey);
  return [
    ...gone.map((parent): Change => ({ kind: 'removeParent', table, parent })),
    ...added.map((parent): Change => ({ kind: 'addParent', table, parent })),
  ];
}

function byHand(table: Table, because: string, write: string): Change {
  return {
    kind: 'unsupported',
    what: `The table ${displayName(table)} cannot be altered: ${because}.`,
    write: `Write by hand: ${write}.`,
  };
}
