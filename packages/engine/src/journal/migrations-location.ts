import { escapeIdentifier } from 'pg';

/** Where TypeORM's executor keeps what ran. */
export interface MigrationsTable {
  /** Empty where no database was asked: then it is the first of whatever search_path there will be. */
  readonly schema: string;
  readonly table: string;
  readonly exists: boolean;
  /** Whether the journal is there, beside it. */
  readonly journalExists: boolean;
}

export function qualifiedName({ schema, table }: MigrationsTable): string {
  return schema === '' ? escapeIdentifier(table) : `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
}
