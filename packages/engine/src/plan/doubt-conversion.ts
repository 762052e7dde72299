import type { Consents } from '../answers/consents';
import type { ChangeType } from '../operations/change-type';
import { nameOnly } from '../schema/name-key';
import { identifier, qualified, sql, trusted } from '../sql/sql';
import type { Doubt } from './doubt';

/** A conversion that may fail is tried on a copy of the column; one that loses something is held against what is there. */
export function conversionDoubt(operation: ChangeType, consents: Consents): readonly Doubt[] {
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
      about: `rows of ${consents.path('drop-table', table)} have a ${column} that does not fit ${to.type.text}`,
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
      byHand: `Say how they are converted: --using "${place}=…"`,
      table,
      count:
        loses === null
          ? []
          : [
              sql`SELECT count(*) FROM ${target} WHERE ${identifier(column)} IS DISTINCT FROM ${value}::${toType}::${fromType}`,
            ],
      attempt:
        cost === 'mayFail'
          ? [
              sql`CREATE TEMPORARY TABLE retort_attempt (value ${toType}) ON COMMIT DROP`,
              sql`INSERT INTO retort_attempt SELECT ${value} FROM ${target}`,
              sql`DROP TABLE retort_attempt`,
            ]
          : [],
    },
  ];
}
