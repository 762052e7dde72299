import type { AddColumn, DropColumn } from '../../operations/columns/add-column';
import type { Conversion, StoredType } from '../../operations/columns/change-type';
import type { ColumnName } from '../../operations/columns/column-name';
import { displayName } from '../../operations/display-name';
import { type Column, mustBeGiven } from '../../schema/column';
import { columnAddress } from '../../schema/dependency-edges';
import { findNamed } from '../../schema/find-named';
import type { QualifiedName } from '../../schema/qualified-name';
import { same } from '../../schema/same';
import type { Schema } from '../../schema/schema';
import { type Change, type DiffContext, isDisplaced } from '../change';
import { likelyWays, outOfArray } from '../conversions/array-conversion';
import { neutralValue } from '../conversions/neutral-value';
import { typeConversion } from '../conversions/type-conversion';
import { diffComment } from '../diff-comment';
import { pairUp } from '../pair-up';
import { belowDomains } from '../types/below-domains';
import { columnMustBeReplaced, diffColumnValue } from './diff-column-value';
import { diffNotNull } from './diff-not-null';
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

/** The type with its collation: both are told by one `ALTER COLUMN … TYPE`. */
export function typeDiffers(from: Column, to: Column): boolean {
  return !same(from.type, to.type) || !same(from.collation, to.collation);
}

function diffType(
  { decisions, from: schema, to: wanted }: DiffContext,
  table: QualifiedName,
  from: Column,
  to: Column,
): readonly Change[] {
  if (!typeDiffers(from, to)) return [];
  const column = to.name;
  const answered = decisions.using(table, column);
  const below = belowDomains([...schema.domains, ...wanted.domains]);
  const known = typeConversion(column, from, to, below);
  const place = `${displayName(table)}.${column}`;
  const there: Conversion | null =
    answered === null ? known : { using: answered, cost: 'mayFail', loses: known?.loses ?? null };
  if (there === null) {
    return [
      {
        kind: 'unsupported',
        what: `Postgres cannot make ${to.type.text} of the ${from.type.text} in ${place} by itself.`,
        write: `Say how: USING="${place}=…", with an SQL expression over the columns of ${displayName(table)}.`,
        using: { table, column, likely: likelyWays(column, from.type, to.type) },
      },
    ];
  }
  return [
    {
      kind: 'changeType',
      table,
      column,
      from: storedType(from),
      to: storedType(to),
      conversion: {
        there,
        back:
          wayBack(column, answered, known, typeConversion(column, to, from, below)) ??
          outOfArray(schema, table, from, to, answered) ??
          lostOnTheWayBack(schema, table, from),
      },
      isWayBack: false,
    },
  ];
}

function storedType({ type, collation, storage, compression }: Column): StoredType {
  return { type, collation, storage, compression };
}

/** What an expression made of the values, no cast undoes; one that says what is known anyway is told as that. */
function wayBack(
  column: string,
  answered: string | null,
  known: Conversion | null,
  cast: Conversion | null,
): Conversion | null {
  if (cast === null || cast.loses !== null || answered === null || isCastOf(column, answered)) return cast;
  const isKnown = known?.using !== null && known?.using.replaceAll('"', '') === answered.replaceAll('"', '');
  if (isKnown || typeof known?.loses === 'string') return cast;
  return {
    ...cast,
    loses: `The values are cast back as they are: what ${answered} made of them is not undone.`,
  };
}

/** `age::integer`, `"age"::text::character varying(20)`, and not `0::integer` */
function isCastOf(column: string, expression: string): boolean {
  const cast = /^\s*("[^"]+"|\w+)(\s*::\s*[\w". ]+(\([\d, ]+\))?(\[\])?)+\s*$/.exec(expression);
  const name = cast?.[1] ?? '';
  return (name.startsWith('"') ? name.slice(1, -1) : name.toLowerCase()) === column;
}

/** No cast leads back: the column comes back empty, or with a neutral value where it may not be. */
function lostOnTheWayBack(schema: Schema, table: QualifiedName, column: Column): Conversion {
  const { type, notNull } = column;
  const value = notNull ? neutralValue(schema, table, column) : 'NULL';
  const lost = `The values cannot be turned back into ${type.text}`;
  return value === null
    ? { using: 'NULL', cost: 'mayFail', loses: `${lost}: it fails where ${displayName(table)} has rows.` }
    : { using: value, cost: 'rewrite', loses: `${lost}: every row gets ${value}.` };
}
