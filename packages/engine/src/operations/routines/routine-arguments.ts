import { type Sql, sql, trusted } from '../../sql/sql';

/** What stands behind the name of a routine, and tells it from others of that name: an aggregate over no argument is over all rows. */
export function routineArguments(kind: string, identityArguments: string): Sql {
  return kind === 'aggregate' && identityArguments === '' ? sql`(*)` : sql`(${trusted(identityArguments)})`;
}
