import type { Conversion } from '../../operations/columns/change-type';
import type { Column } from '../../schema/column';
import type { DataType } from '../../schema/data-type';
import { nameKey } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Schema } from '../../schema/schema';
import { identifier, sql, trusted } from '../../sql/sql';
import { neutralValue } from './neutral-value';
import { isText } from './type-conversion';

/** TypeORM keeps a `simple-array` as a text. */
export function likelyWays(column: string, from: DataType, to: DataType) {
  if (!isText(from) || from.isArray || !to.isArray) return [];
  const [name, type] = [identifier(column), trusted(to.text)];
  return [
    {
      label: 'Each value is one with commas between, as simple-array has it',
      expression: betweenCommas(column, to),
    },
    {
      label: 'Each value is a single one',
      expression: sql`CASE WHEN ${name} IS NOT NULL THEN ARRAY[${name}]::${type} END`.text,
    },
  ];
}

function betweenCommas(column: string, to: DataType): string {
  return sql`string_to_array(${identifier(column)}, ',')::${trusted(to.text)}`.text;
}

/** A value that became an array is one of its elements. */
export function outOfArray(
  schema: Schema,
  table: QualifiedName,
  from: Column,
  to: Column,
  answered: string | null,
): Conversion | null {
  if (from.type.isArray || !to.type.isArray) return null;
  const name = identifier(to.name);
  const cost = from.type.modifiers === null ? 'rewrite' : 'mayFail';
  if (answered === betweenCommas(to.name, to.type)) {
    return { using: sql`array_to_string(${name}, ',')`.text, cost, loses: null };
  }
  const isOfIt = nameKey(from.type.base) === nameKey(to.type.base) || (isText(from.type) && isText(to.type));
  if (!isOfIt) return null;
  const first = sql`${name}[1]`;
  const only = 'Of several values only the first comes back';
  if (!from.notNull) return { using: first.text, cost, loses: `${only}.` };
  const neutral = neutralValue(schema, table, from);
  return neutral === null
    ? { using: first.text, cost: 'mayFail', loses: `${only}: it fails where there is none.` }
    : {
        using: sql`coalesce(${first}, ${trusted(neutral)})`.text,
        cost,
        loses: `${only}, and ${neutral} where there is none.`,
      };
}
