import type { Consents } from '../../answers/consents';
import type { ChangeType } from '../../operations/columns/change-type';
import { findNamed } from '../../schema/find-named';
import { nameOnly } from '../../schema/name-key';
import type { EnumType } from '../../schema/user-type';
import { identifier, join, literal, nothing, qualified, type Sql, sql, trusted } from '../../sql/sql';
import type { Doubt } from './doubt';

/** A conversion that may fail is tried on a copy of the column; one that loses something is held against what is there. */
export function conversionDoubt(
  operation: ChangeType,
  enums: readonly EnumType[],
  consents: Consents,
): readonly Doubt[] {
  const { table, column, from, to, conversion } = operation;
  const { using, cost, loses } = conversion.there;
  if (cost !== 'mayFail' && loses === null) return [];
  const vouch = { kind: 'convert', name: nameOnly(table), part: column } as const;
  const place = consents.path('convert', table, column);
  const target = qualified(table.schema, table.name);
  const value = using === null ? identifier(column) : sql`(${trusted(using)})`;
  const [fromType, toType] = [trusted(from.type.text), trusted(to.type.text)];
  return [
    {
      about: `rows of ${consents.path('drop-table', table)} have values in ${column} that do not fit ${to.type.text}`,
      ask: `${place} becomes ${to.type.text} and was ${from.type.text}. ${loses ?? 'Not every value may be convertible.'} How?`,
      choices: [
        { label: 'By an SQL expression', option: 'using', value: `${place}=`, isOpen: true },
        {
          label: loses === null ? 'Every value is convertible' : 'As Postgres does it',
          option: 'allow',
          value: consents.text(vouch),
          isOpen: false,
        },
      ],
      vouch,
      byHand: `Say how they are converted: USING="${place}=…"`,
      table,
      count:
        loses === null
          ? []
          : [
              sql`SELECT count(*) FROM ${target} WHERE ${identifier(column)} IS DISTINCT FROM ${value}::${toType}::${fromType}`,
            ],
      attempt: cost === 'mayFail' ? (labelAttempt(operation, enums) ?? attemptOf(target, value, toType)) : [],
    },
  ];
}

function attemptOf(target: Sql, value: Sql, type: Sql): readonly Sql[] {
  return [
    sql`CREATE TEMPORARY TABLE retort_attempt (value ${type}) ON COMMIT DROP`,
    sql`INSERT INTO retort_attempt SELECT ${value} FROM ${target}`,
    sql`DROP TABLE retort_attempt`,
  ];
}

/** An enum that is made or changed by the same plan is not there yet: the values are tried on one like it. */
function labelAttempt(
  { table, column, from, to }: ChangeType,
  enums: readonly EnumType[],
): readonly Sql[] | null {
  const found = findNamed(enums, to.type.base);
  if (to.type.kind !== 'enum' || found === undefined || from.type.isArray !== to.type.isArray) return null;
  const like = sql`pg_temp.${identifier(found.name)}`;
  const dimension = to.type.isArray ? sql`[]` : nothing;
  const value = sql`${identifier(column)}::text${dimension}::${like}${dimension}`;
  return [
    sql`CREATE TYPE ${like} AS ENUM (${join(found.labels.map(literal))})`,
    ...attemptOf(qualified(table.schema, table.name), value, sql`${like}${dimension}`),
  ];
}
