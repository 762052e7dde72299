export interface Trigger {
  readonly name: string;
  /** What `pg_get_triggerdef` says: the whole `CREATE TRIGGER`. */
  readonly definition: string;
  readonly enabled: Enabled;
  readonly comment: string | null;
}

/** When a trigger or a rule fires: `origin` is the default. */
export type Enabled = 'origin' | 'disabled' | 'replica' | 'always';
