/** What a file of a migration needs to know of a statement. */
export interface WrittenStatement {
  readonly sql: string;
  /** What it does, or what it cannot bring back: one line each. */
  readonly comments?: readonly string[];
}
