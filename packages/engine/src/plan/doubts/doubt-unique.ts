import type { Consents } from '../../answers/consents';
import type { AddColumn } from '../../operations/columns/add-column';
import type { AddConstraint } from '../../operations/table-parts/add-constraint';
import type { CreateIndex } from '../../operations/table-parts/create-index';
import { columnKey, nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { identifier, join, nothing, qualified, type Sql, sql, trusted } from '../../sql/sql';
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
  const keys = constraint.columns.flatMap((column) => keyOf(column, added.get(columnKey(table, column))));
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
  const keys = index.keys.flatMap((key) =>
    key.kind === 'column'
      ? keyOf(key.column, added.get(columnKey(table, key.column)))
      : [trusted(key.expression)],
  );
  const named = index.keys.map((key) => (key.kind === 'column' ? key.column : key.expression)).join(', ');
  const count = duplicates(table, keys, index.nullsNotDistinct, index.predicate);
  return [doubt(table, index.name, named, consents, count)];
}

function isDistinct(column: AddColumn | undefined): boolean {
  return column !== undefined && isDistinctByItself(column);
}

/** A new column that numbers its rows, draws a value for each, or is NULL in all of them until somebody says what they get. */
function isDistinctByItself({ column: { value }, fill }: AddColumn): boolean {
  switch (value.kind) {
    case 'serial':
    case 'identity':
      return true;
    case 'none':
      return fill === null;
    case 'default':
      return drawn.test(value.expression);
    case 'generated':
      return false;
  }
}

/** Functions that give another value each time; those of uuid-ossp may stand behind a schema. */
const drawn = /\b(?:gen_random_uuid|uuidv[47]|uuid_generate_v(?:1|1mc|4)|nextval)\(/;

/** What the rows will have in it; nothing where it is new and the same in all of them. */
function keyOf(column: string, added: AddColumn | undefined): readonly Sql[] {
  if (added === undefined) return [identifier(column)];
  const { value } = added.column;
  const computed = value.kind === 'generated' ? value.expression : added.fill;
  return computed === null ? [] : [trusted(computed)];
}

/** How many values are there more than once; of a key that is all new, how many rows are too many. */
function duplicates(
  table: QualifiedName,
  keys: readonly Sql[],
  nullsCount: boolean,
  predicate: string | null = null,
): Sql {
  const target = qualified(table.schema, table.name);
  if (keys.length === 0) return sql`SELECT greatest(count(*) - 1, 0) AS count FROM ${target}`;
  // Under names, since GROUP BY takes a constant for the position of a column.
  const named = keys.map((key, position) => ({ key, name: identifier(`key_${position}`) }));
  const where = predicate === null ? nothing : sql` WHERE (${trusted(predicate)})`;
  const keyed = sql`SELECT ${join(named.map(({ key, name }) => sql`(${key}) AS ${name}`))} FROM ${target}${where}`;
  const given = nullsCount
    ? nothing
    : sql` WHERE ${join(
        named.map(({ name }) => sql`${name} IS NOT NULL`),
        ' AND ',
      )}`;
  const groups = sql`SELECT FROM (${keyed}) AS keyed${given} GROUP BY ${join(named.map(({ name }) => name))}`;
  return sql`SELECT count(*) FROM (${groups} HAVING count(*) > 1) AS duplicate`;
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
