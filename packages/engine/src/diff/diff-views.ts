import { nameKey, nameOnly } from '../schema/name-key';
import { same } from '../schema/same';
import type { MaterializedView, View, ViewColumn } from '../schema/view';
import { type Change, type DiffContext, isDisplaced } from './change';
import { diffComment } from './diff-comment';
import { pairUp } from './pair-up';
import { diffIndexes } from './tables/diff-indexes';
import { diffRules, diffTriggers } from './tables/diff-table-parts';

export function diffViews(context: DiffContext): readonly Change[] {
  const { gone, kept, added } = pairUp(context.from.views, context.to.views, nameKey);
  return [
    ...gone.map((view): Change => ({ kind: 'dropView', view })),
    ...added.map((view): Change => ({ kind: 'createView', view })),
    ...kept.flatMap(({ from, to }): readonly Change[] =>
      isDisplaced(context, { kind: 'view', ...nameOnly(from) })
        ? [
            { kind: 'dropView', view: from },
            { kind: 'createView', view: to },
          ]
        : diffView(context, from, to),
    ),
  ];
}

/** `CREATE OR REPLACE VIEW` cannot take a column away again, and a default of a column has no operation of its own. */
export function viewMustBeRemade(from: View, to: View): boolean {
  return !same(from.columns.map(columnShape), to.columns.map(columnShape));
}

function columnShape({ name, type, collation, default: value }: ViewColumn) {
  return { name, type, collation, default: value };
}

function diffView(context: DiffContext, from: View, to: View): readonly Change[] {
  const table = nameOnly(to);
  const replaced = from.definition !== to.definition;
  const compare: { readonly [K in keyof Required<View>]: () => readonly Change[] } = {
    schema: () => [],
    name: () => [],
    definition: () => (replaced ? [{ kind: 'replaceView', from, to }] : []),
    columns: () => diffColumnComments(table, from.columns, to.columns),
    options: () =>
      same(from.options, to.options) || replaced
        ? []
        : [{ kind: 'setTableOptions', on: 'view', table, from: from.options, to: to.options }],
    triggers: () => diffTriggers(context, table, from.triggers, to.triggers),
    rules: () => diffRules(context, table, from.rules, to.rules),
    comment: () => diffComment({ kind: 'view', ...table }, from.comment, to.comment),
  };
  return Object.values(compare).flatMap((changes) => changes());
}

export function diffMaterializedViews(context: DiffContext): readonly Change[] {
  const { gone, kept, added } = pairUp(context.from.materializedViews, context.to.materializedViews, nameKey);
  return [
    ...gone.map((view): Change => ({ kind: 'dropMaterializedView', view })),
    ...added.map((view): Change => ({ kind: 'createMaterializedView', view })),
    ...kept.flatMap(({ from, to }): readonly Change[] =>
      isDisplaced(context, { kind: 'materializedView', ...nameOnly(from) })
        ? [
            { kind: 'dropMaterializedView', view: from },
            { kind: 'createMaterializedView', view: to },
          ]
        : diffMaterializedView(context, from, to),
    ),
  ];
}

export function materializedViewMustBeRemade(from: MaterializedView, to: MaterializedView): boolean {
  return (
    from.definition !== to.definition ||
    from.accessMethod !== to.accessMethod ||
    !same(from.columns.map(columnShape), to.columns.map(columnShape))
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
    columns: () => diffColumnComments(table, from.columns, to.columns),
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

function diffColumnComments(
  table: { readonly schema: string; readonly name: string },
  from: readonly ViewColumn[],
  to: readonly ViewColumn[],
): readonly Change[] {
  return pairUp(from, to, ({ name }) => name).kept.flatMap((pair) =>
    diffComment(
      { kind: 'column', schema: table.schema, relation: table.name, name: pair.to.name },
      pair.from.comment,
      pair.to.comment,
    ),
  );
}
