import { nameKey, nameOnly } from '../schema/name-key';
import { same } from '../schema/same';
import type { MaterializedView } from '../schema/view';
import { type Change, type DiffContext, isDisplaced } from './change';
import { diffComment } from './diff-comment';
import { diffEach } from './diff-each';
import { diffViewColumns, sameViewColumns } from './diff-view-columns';
import { diffIndexes } from './tables/diff-indexes';

export function diffMaterializedViews(context: DiffContext): readonly Change[] {
  return diffEach(context.from.materializedViews, context.to.materializedViews, {
    key: nameKey,
    drop: (view) => ({ kind: 'dropMaterializedView', view }),
    create: (view) => ({ kind: 'createMaterializedView', view }),
    change: (from, to) =>
      isDisplaced(context, { kind: 'materializedView', ...nameOnly(from) })
        ? 'remake'
        : diffMaterializedView(context, from, to),
  });
}

export function materializedViewMustBeRemade(from: MaterializedView, to: MaterializedView): boolean {
  return (
    from.definition !== to.definition ||
    from.accessMethod !== to.accessMethod ||
    !sameViewColumns(from.columns, to.columns)
  );
}

function diffMaterializedView(
  context: DiffContext,
  from: MaterializedView,
  to: MaterializedView,
): readonly Change[] {
  const table = nameOnly(to);
  const compare: { readonly [K in keyof Required<MaterializedView>]: () => readonly Change[] } = {
    schema: () => [],
    name: () => [],
    definition: () => [],
    accessMethod: () => [],
    columns: () => diffViewColumns(table, from.columns, to.columns),
    indexes: () => diffIndexes(context, 'materializedView', table, from.indexes, to.indexes),
    clusteredOn: () =>
      from.clusteredOn === to.clusteredOn
        ? []
        : [{ kind: 'setClusteredOn', table, from: from.clusteredOn, to: to.clusteredOn }],
    options: () =>
      same(from.options, to.options)
        ? []
        : [{ kind: 'setTableOptions', on: 'materializedView', table, from: from.options, to: to.options }],
    comment: () => diffComment({ kind: 'materializedView', ...table }, from.comment, to.comment),
  };
  return Object.values(compare).flatMap((changes) => changes());
}
