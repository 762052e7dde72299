import type { Consents } from '../answers/consents';
import type { AddColumn } from '../operations/add-column';
import type { AddConstraint } from '../operations/add-constraint';
import type { CreateIndex } from '../operations/create-index';
import { columnKey, nameOnly } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import { identifier, join, nothing, qualified, type Sql, sql, trusted } from '../sql/sql';
import type { Doubt } from './doubt';

export type AddedColumns = ReadonlyMap<string, AddColumn>;

export function uniqueConstraintDoubt(
  { table, constraint }: AddConstraint,
  added: AddedColumns,
  consents: Consents,
): readonly Doubt[] {
  if (constraint.kind !== 'primaryKey' && constraint.kind !== 'unique') return [];
  const newColumns = constraint.columns.flatMap((column) => added.get(columnKey(table, column)) ?? []);
  if (newColumns.some(isDistinctByItself)) return [];
  const keys = constraint.columns.filter((column) => !added.has(columnKey(table, column))).map(identifier);
  const nullsCount = constraint.kind === 'primaryKey' || constraint.nullsNotDistinct;
  return [
    doubt(
      table,
      constraint.name,
      constraint.columns.join(', '),
      consents,
      duplicates(table, keys, nullsCount),
    ),
  ];
}

export function uniqueIndexDoubt(
  { table, index }: CreateIndex,
  added: AddedColumns,
  consents: Consents,
): readonly Doubt[] {
  if (!index.unique) return [];
  const columns = index.keys.flatMap((key) => (key.kind === 'column' ? [key.column] : []));
  if (columns.some((column) => isDistinct(added.get(columnKey(table, column))))) return [];
  const old = index.keys.filter((key) => key.kind !== 'column' || !added.has(columnKey(table, key.column)));
  const keys = old.map((key) => (key.kind === 'column' ? identifier(key.column) : trusted(key.expression)));
  const named = index.keys.map((key) => (key.kind === 'column' ? key.column : key.expression)).join(', ');
  const count = duplicates(table, keys, index.nullsNotDistinct, index.predicate);
  return [doubt(table, index.name, named, consents, count)];
}

function isDistinct(column: AddColumn | undefined): boolean {
  return column !== undefined && isDistinctByItself(column);
}

/** A new column that numbers its rows, draws a value for each, or is NULL in all of them. */
function isDistinctByItself({ column: { value, notNull }, fill }: AddColumn): boolean {
  switch (value.kind) {
    case 'serial':
    case 'identity':
      return true;
    case 'none':
      return !notNull && fill === null;
    case 'default':
      return /uuid\w*\(/.test(value.expression);
    case 'generated':
      return false;
  }
}

/** How many values are there more than once; of a key that is all new, how many rows are too many. */
function duplicates(
  table: QualifiedName,
  keys: readonly Sql[],
  nullsCount: boolean,
  predicate: string | null = null,
): Sql {
  const target = qualified(table.schema, table.name);
  if (keys.length === 0) return sql`SELECT greatest(count(*) - 1, 0) FROM ${target}`;
  const conditions = [
    ...(predicate === null ? [] : [sql`(${trusted(predicate)})`]),
    ...(nullsCount ? [] : keys.map((key) => sql`${key} IS NOT NULL`)),
  ];
  const where = conditions.length === 0 ? nothing : sql` WHERE ${join(conditions, ' AND ')}`;
  return sql`SELECT count(*) FROM (SELECT FROM ${target}${where} GROUP BY ${join(keys)} HAVING count(*) > 1) AS duplicate`;
}

function doubt(table: QualifiedName, name: string, keys: string, consents: Consents, count: Sql): Doubt {
  const vouch = { kind: 'unique', name: nameOnly(table), part: name } as const;
  const shown = consents.path('drop-table', table);
  return {
    about: `values of ${keys} are there more than once in ${shown}`,
    ask: `Is every ${keys} in ${shown} there only once? ${name} fails otherwise.`,
    choices: [{ label: 'Yes: they are unique', option: 'allow', value: consents.text(vouch), isOpen: false }],
    vouch,
    byHand: 'Write a migration that makes them unique first: make db-prepare MSG="…" MANUAL=1',
    table,
    count: [count],
    attempt: [],
  };
}
