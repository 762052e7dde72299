/** One statement that a migration gave to its query runner. */
export interface StatementRun {
  readonly sql: string;
  readonly parameters?: readonly unknown[];
}

/** The statements of a direction, or why they cannot be known without running it. */
export type Recorded =
  | { readonly kind: 'known'; readonly statements: readonly StatementRun[] }
  | { readonly kind: 'unknown'; readonly because: string };

export function statementRun(sql: string, parameters: readonly unknown[] | undefined): StatementRun {
  return parameters === undefined || parameters.length === 0 ? { sql } : { sql, parameters };
}
