import type { AddColumn, DropColumn } from '../../operations/columns/add-column';
import type { ColumnName } from '../../operations/columns/column-name';
import { type Column, mustBeGiven } from '../../schema/column';
import { columnAddress } from '../../schema/dependency-edges';
import { findNamed } from '../../schema/find-named';
import type { QualifiedName } from '../../schema/qualified-name';
import { same } from '../../schema/same';
import type { Schema } from '../../schema/schema';
import { type Change, type DiffContext, isDisplaced } from '../change';
import { neutralValue } from '../conversions/neutral-value';
import { diffComment } from '../diff-comment';
import { pairUp } from '../pair-up';
import { columnMustBeReplaced, diffColumnValue } from './diff-column-value';
import { diffNotNull } from './diff-not-null';
import { diffType, typeDiffers } from './diff-type';
import { hasDeferred } from './has-deferred';
import { isVolatile } from './is-volatile';

export function diffColumns(
  context: DiffContext,
  table: QualifiedName,
  from: readonly Column[],
  to: readonly Column[],
): readonly Change[] {
  const { gone, kept, added } = pairUp(from, to, ({ name }) => name);
  return [
    ...gone.filter(isOwn).map((column) => dropColumn(context, table, column)),
    ...added.filter(isOwn).map((column) => addColumn(context, table, column)),
    ...kept.flatMap((pair): readonly Change[] => {
      const displaced = isDisplaced(context, columnAddress(table, pair.from.name));
      if (displaced || columnMustBeReplaced(pair.from, pair.to)) {
        if (!isOwn(pair.from)) return [];
        // An application that writes a column cannot write a generated one.
        const isRemade = pair.from.value.kind === 'generated' && pair.to.value.kind === 'generated';
        return [
          { ...dropColumn(context, table, pair.from), isRemade },
          { ...addColumn(context, table, pair.to), isRemade },
        ];
      }
      return diffColumn(context, table, pair.from, pair.to);
    }),
  ];
}

function isOwn({ inherited }: Column): boolean {
  return !inherited;
}

function dropColumn(context: DiffContext, table: QualifiedName, column: Column): DropColumn {
  const needsValue = mustBeGiven(column);
  return {
    kind: 'dropColumn',
    table,
    column,
    fill: needsValue ? neutralValue(context.from, table, column) : null,
    defers: needsValue && hasDeferred(context, table),
    computed: isComputed(context.from, column),
  };
}

function addColumn(context: DiffContext, table: QualifiedName, column: Column): AddColumn {
  const needsValue = mustBeGiven(column);
  return {
    kind: 'addColumn',
    table,
    column,
    fill: needsValue ? context.decisions.backfill(table, column.name) : null,
    defers: needsValue && hasDeferred(context, table),
    computed: isComputed(context.to, column),
  };
}

/** Else Postgres keeps one value for all the rows that are there, and writes none of them. */
function isComputed({ routines, domains }: Schema, { type, value }: Column): boolean {
  const domain = type.kind === 'domain' && !type.isArray ? findNamed(domains, type.base) : undefined;
  const expression = value.kind === 'default' ? value.expression : (domain?.default ?? '');
  const isChecked = domain !== undefined && (domain.notNull || domain.checks.length > 0);
  return isChecked || isVolatile(expression, routines);
}

export function diffColumn(
  context: DiffContext,
  table: QualifiedName,
  from: Column,
  to: Column,
): readonly Change[] {
  const column = to.name;
  const on = { table, column };
  // What a column has from its parent changes with the parent; `diffInheritedValues` tells where it has its own ways.
  const inherited = from.inherited && to.inherited;
  // Storage and compression are set anew with the type.
  const retyped = !inherited && typeDiffers(from, to);
  const compare: { readonly [K in keyof Required<Column>]: () => readonly Change[] } = {
    name: () => [],
    type: () => (inherited ? [] : diffType(context, table, from, to)),
    collation: () => [],
    notNull: () => (inherited ? [] : diffNotNull(context, table, from, to)),
    value: () => (inherited ? [] : diffColumnValue(context, table, from, to)),
    storage: () => (retyped ? [] : diffStorage(on, from.storage, to.storage)),
    compression: () =>
      retyped || from.compression === to.compression
        ? []
        : [{ kind: 'setColumnCompression', ...on, from: from.compression, to: to.compression }],
    statisticsTarget: () =>
      from.statisticsTarget === to.statisticsTarget
        ? []
        : [{ kind: 'setColumnStatistics', ...on, from: from.statisticsTarget, to: to.statisticsTarget }],
    options: () =>
      same(from.options, to.options)
        ? []
        : [{ kind: 'setColumnOptions', ...on, from: from.options, to: to.options }],
    // Told by the table, which knows the parents.
    inherited: () => [],
    comment: () => diffComment(columnAddress(table, column), from.comment, to.comment),
  };
  return Object.values(compare).flatMap((changes) => changes());
}

function diffStorage(on: ColumnName, from: Column['storage'], to: Column['storage']): readonly Change[] {
  if (from?.chosen === to?.chosen) return [];
  const [was, is] = [from?.chosen ?? to?.ofType, to?.chosen ?? from?.ofType];
  return was === undefined || is === undefined
    ? []
    : [{ kind: 'setColumnStorage', ...on, from: was, to: is }];
}
