/** What the server says beside its answers: RAISE NOTICE, or that a table is there already. */
export interface Notice {
  /** `NOTICE`, `WARNING`, `INFO`. */
  readonly severity: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
}
