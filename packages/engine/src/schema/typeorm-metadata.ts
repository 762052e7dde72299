import type { QualifiedName } from './qualified-name';

/** TypeORM's own table, in which it keeps the expressions of views and generated columns as the entities spell them. */
export interface TypeormMetadata extends QualifiedName {
  readonly rows: readonly TypeormMetadataRow[];
}

export interface TypeormMetadataRow {
  readonly type: string;
  /** TypeORM writes the name of the database that it is connected to: whatever that was, it is told as `current`. */
  readonly database: { readonly kind: 'none' | 'current' };
  readonly schema: string | null;
  readonly table: string | null;
  readonly name: string | null;
  readonly value: string | null;
}
