import type { ColumnSequence } from '../../schema/column';
import { identifier, literal, qualified, sql, trusted } from '../../sql/sql';
import type { ColumnName } from '../columns/column-name';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';

/** Lets a new sequence go on after the numbers that are there; in an empty table it starts where it is told to. */
export function continueSequence({ table, column }: ColumnName, sequence: ColumnSequence): Statement {
  const { increment, start } = sequence.options;
  const furthest = increment.startsWith('-') ? 'min' : 'max';
  const next = sql`${trusted(furthest)}(${identifier(column)}) + ${trusted(increment)}`;
  return statement(
    `Let ${displayName(sequence)} go on after the numbers that are there`,
    sql`SELECT setval(${literal(qualified(sequence.schema, sequence.name).text)}, coalesce(${next}, ${trusted(start)}), false) FROM ${qualified(table.schema, table.name)}`,
  );
}
