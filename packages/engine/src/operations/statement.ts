import type { Hazard } from '../hazards/hazard';
import type { Sql } from '../sql/sql';

/** One statement of a migration, and what must be known to run it. */
export interface Statement {
  readonly sql: string;
  /** What the statement does, in a few words. */
  readonly comment: string;
  /** `false`: it must run outside a transaction, in a migration of its own. */
  readonly transactional: boolean;
  readonly hazards: readonly Hazard[];
  /** What undoing this statement cannot bring back, or what this statement could not bring back; a line for each thing. */
  readonly note: string | null;
}

export interface StatementDetails {
  readonly hazards?: readonly Hazard[];
  readonly transactional?: boolean;
  readonly note?: string | null;
}

export function statement(
  comment: string,
  { text }: Sql,
  { hazards = [], transactional = true, note = null }: StatementDetails = {},
): Statement {
  return { sql: text, comment, transactional, hazards, note };
}
