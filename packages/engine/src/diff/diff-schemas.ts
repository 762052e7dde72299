import { type Decisions, undecided } from '../answers/decisions';
import type { Operation } from '../operations/operation';
import { orderOperations } from '../order/order-operations';
import type { Schema } from '../schema/schema';
import { breakRenameCircles } from './break-rename-circles';
import type { Change, DiffContext, Unsupported } from './change';
import { diffAccess } from './diff-access';
import { diffExtensions } from './diff-extensions';
import { diffMaterializedViews } from './diff-materialized-views';
import { diffNamespaces } from './diff-namespaces';
import { diffRoutines } from './diff-routines';
import { diffSequences } from './diff-sequences';
import { diffTypeormMetadata } from './diff-typeorm-metadata';
import { diffUnmodelled } from './diff-unmodelled';
import { diffViews } from './diff-views';
import { findDisplaced } from './displaced/find-displaced';
import { giveWithNew } from './give-with-new';
import { keepAccess } from './keep-access';
import { keepSequenceOwners } from './keep-sequence-owners';
import { refuseUnderUnmodelled } from './refuse-under-unmodelled';
import { diffStatistics } from './tables/diff-statistics';
import { diffTables } from './tables/diff-tables';
import { tearCircles } from './tear-circles';
import { diffComposites } from './types/diff-composites';
import { diffDomains } from './types/diff-domains';
import { diffEnums } from './types/diff-enums';
import { diffRanges } from './types/diff-ranges';

export interface Diff {
  /** In an order in which they can run. */
  readonly operations: readonly Operation[];
  readonly unsupported: readonly Unsupported[];
}

/** The operations that turn `from` into `to`. Things of the same name are the same thing: renames come before. */
export function diffSchemas(from: Schema, to: Schema, decisions: Decisions = undecided): Diff {
  const context: DiffContext = { from, to, decisions, displaced: findDisplaced(from, to) };
  const differs: { readonly [K in keyof Required<Schema>]: () => readonly Change[] } = {
    namespaces: () => diffNamespaces(context),
    extensions: () => diffExtensions(context),
    enums: () => diffEnums(context, diffSchemas),
    domains: () => diffDomains(context),
    composites: () => diffComposites(context),
    ranges: () => diffRanges(context),
    sequences: () => diffSequences(context),
    routines: () => diffRoutines(context),
    tables: () => diffTables(context),
    views: () => diffViews(context),
    materializedViews: () => diffMaterializedViews(context),
    statistics: () => diffStatistics(context),
    typeormMetadata: () => diffTypeormMetadata(context),
    unmodelled: () => diffUnmodelled(context),
    // What stands in the way of the operations is told by them.
    unmodelledNeeds: () => [],
    access: () => diffAccess(from, to),
    // They order the operations and are no objects of their own.
    dependencies: () => [],
  };
  const changes = Object.values(differs).flatMap((diff) => diff());
  const operations: Operation[] = [];
  const unsupported: Unsupported[] = [];
  for (const change of changes) {
    if (change.kind === 'unsupported') unsupported.push(change);
    else operations.push(change);
  }
  unsupported.push(...refuseUnderUnmodelled(operations, from.unmodelledNeeds));
  const withAccess = keepSequenceOwners(giveWithNew(keepAccess(operations, from.access)), from.access);
  return {
    operations: orderOperations(tearCircles(breakRenameCircles(withAccess), from, to), from, to),
    unsupported,
  };
}
