import type { QualifiedName } from './qualified-name';

/** Extended statistics. */
export interface Statistics extends QualifiedName {
  readonly table: QualifiedName;
  /** What `pg_get_statisticsobjdef` says: the whole `CREATE STATISTICS`. */
  readonly definition: string;
  /** `null` where it is the server's default. */
  readonly target: number | null;
  readonly comment: string | null;
}
