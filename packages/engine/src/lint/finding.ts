/** What is looked at in a migration. */
export type LintRule =
  // Wrong: it fails, or it cannot be trusted later.
  | 'no-way-back'
  | 'hard-delete'
  | 'transaction-control'
  | 'needs-no-transaction'
  | 'psql-only'
  | 'imports'
  // For who reviews it: right or wrong depends on the rows and on the application.
  | 'loses-data'
  | 'breaks-deployed-code'
  | 'blocks-reads'
  | 'blocks-writes'
  | 'may-fail'
  | 'cascade'
  | 'several-changes'
  | 'not-read';

export interface Finding {
  readonly level: 'wrong' | 'hazard';
  readonly rule: LintRule;
  /** One sentence for people. */
  readonly says: string;
}
