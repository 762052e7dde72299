import { type ChangeType, type Conversion, storedType } from '../../operations/columns/change-type';
import { displayName } from '../../operations/display-name';
import { indexAddress } from '../../schema/addresses';
import type { Column } from '../../schema/column';
import { partAddress } from '../../schema/dependency-edges';
import { findNamed } from '../../schema/find-named';
import type { QualifiedName } from '../../schema/qualified-name';
import { same } from '../../schema/same';
import type { Schema } from '../../schema/schema';
import { type Change, type DiffContext, isDisplaced } from '../change';
import { likelyWays, outOfArray } from '../conversions/array-conversion';
import { neutralValue } from '../conversions/neutral-value';
import { typeConversion } from '../conversions/type-conversion';
import { belowDomains } from '../types/below-domains';

/** The type with its collation: both are told by one `ALTER COLUMN … TYPE`. */
export function typeDiffers(from: Column, to: Column): boolean {
  return !same(from.type, to.type) || !same(from.collation, to.collation);
}

export function diffType(
  context: DiffContext,
  table: QualifiedName,
  from: Column,
  to: Column,
): readonly Change[] {
  const { decisions, from: schema, to: wanted } = context;
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
      ...keysKept(context, table, column),
    },
  ];
}

/** Those that are taken off for the change say by themselves what putting them back does. */
function keysKept(context: DiffContext, table: QualifiedName, column: string): Pick<ChangeType, 'keys'> {
  const { indexes = [], constraints = [] } = findNamed(context.from.tables, table) ?? {};
  const kept = [
    ...indexes.flatMap(({ name, unique, keys }) =>
      keys.some((key) => key.kind === 'column' && key.column === column) &&
      !isDisplaced(context, indexAddress(table, name))
        ? [unique]
        : [],
    ),
    ...constraints.flatMap(({ kind, name, columns }) =>
      kind !== 'check' &&
      kind !== 'foreignKey' &&
      columns.includes(column) &&
      !isDisplaced(context, partAddress('constraint', table, name))
        ? [kind !== 'exclusion']
        : [],
    ),
  ];
  return kept.length === 0 ? {} : { keys: kept.includes(true) ? 'unique' : 'any' };
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
