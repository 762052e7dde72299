import { nameKey, nameOnly } from '../schema/name-key';
import { same } from '../schema/same';
import type { View } from '../schema/view';
import { type Change, type DiffContext, isDisplaced } from './change';
import { diffComment } from './diff-comment';
import { diffEach } from './diff-each';
import { diffViewColumns, sameViewColumns } from './diff-view-columns';
import { diffRules, diffTriggers } from './tables/diff-table-parts';

export function diffViews(context: DiffContext): readonly Change[] {
  return diffEach(context.from.views, context.to.views, {
    key: nameKey,
    drop: (view) => ({ kind: 'dropView', view }),
    create: (view) => ({ kind: 'createView', view }),
    change: (from, to) =>
      isDisplaced(context, { kind: 'view', ...nameOnly(from) }) ? 'remake' : diffView(context, from, to),
  });
}

/** `CREATE OR REPLACE VIEW` cannot take a column away again, and a default of a column has no operation of its own. */
export function viewMustBeRemade(from: View, to: View): boolean {
  return !sameViewColumns(from.columns, to.columns);
}

function diffView(context: DiffContext, from: View, to: View): readonly Change[] {
  const table = nameOnly(to);
  const replaced = from.definition !== to.definition;
  const compare: { readonly [K in keyof Required<View>]: () => readonly Change[] } = {
    schema: () => [],
    name: () => [],
    definition: () => (replaced ? [{ kind: 'replaceView', from, to }] : []),
    columns: () => diffViewColumns(table, from.columns, to.columns),
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
