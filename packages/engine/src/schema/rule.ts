import type { Enabled } from './trigger';

/** A rewrite rule other than the one that makes a view. */
export interface Rule {
  readonly name: string;
  /** What `pg_get_ruledef` says: the whole `CREATE RULE`. */
  readonly definition: string;
  readonly enabled: Enabled;
  readonly comment: string | null;
}
