import type { Conversion } from '../../operations/columns/change-type';
import type { DataType } from '../../schema/data-type';
import { identifier, sql } from '../../sql/sql';
import { digitsLost, widened } from './modifier-fit';

/** What is kept of a time or a date as another; `null` where only a person can say. */
export function timeConversion(column: string, from: DataType, to: DataType): Conversion | null {
  const conversion = betweenTimes(column, from, to);
  const keepsDigits = from.base.name === 'date' || to.base.name === 'date' || widened(from, to);
  return conversion === null || conversion.loses !== null || keepsDigits
    ? conversion
    : { ...conversion, loses: digitsLost(column, to) };
}

/** Between `timestamp` and `timestamptz` Postgres would take the session's time zone; UTC is said, so that all sessions agree. */
function betweenTimes(column: string, from: DataType, to: DataType): Conversion | null {
  const name = identifier(column);
  const atUtc = sql`${name} AT TIME ZONE 'UTC'`;
  const conversion = `${from.base.name} ${to.base.name}`;
  const lost = (what: string) => `The ${what} of ${column} is gone.`;
  const assumes = 'The times that have no time zone are taken as UTC, unless an expression says otherwise.';
  const array = from.isArray;
  switch (conversion) {
    case 'timestamp timestamptz':
    case 'timestamptz timestamp':
      return array ? null : { using: atUtc.text, cost: 'rewrite', loses: null, assumes };
    case 'date timestamp':
      return { using: null, cost: 'rewrite', loses: null };
    case 'date timestamptz':
      return array
        ? null
        : { using: sql`${name}::timestamp AT TIME ZONE 'UTC'`.text, cost: 'rewrite', loses: null, assumes };
    case 'timestamp date':
      return { using: null, cost: 'rewrite', loses: lost('time of day') };
    case 'timestamptz date':
      return array
        ? null
        : { using: sql`(${atUtc})::date`.text, cost: 'rewrite', loses: lost('time of day') };
    case 'timestamp time':
      return { using: null, cost: 'rewrite', loses: lost('date') };
    case 'time timetz':
      return { using: null, cost: 'rewrite', loses: null };
    case 'timetz time':
      return { using: null, cost: 'rewrite', loses: lost('time zone') };
    default:
      return null;
  }
}
