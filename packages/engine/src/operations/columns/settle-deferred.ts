import { sql } from '../../sql/sql';
import { type Statement, statement } from '../statement';

/** Postgres alters no table for which a deferred constraint or trigger still has something to look at. */
export const settleDeferred: Statement = statement(
  'Look at what is deferred at once, so that the table can be altered',
  sql`SET CONSTRAINTS ALL IMMEDIATE`,
);
