import type { EntityMetadata } from 'typeorm';
import type { QualifiedName } from '../schema/qualified-name';

/** One statement that TypeORM wrote, and the entity for which it did. */
export interface EntityStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly metadata: EntityMetadata | null;
}

export interface ForeignKeyStatement extends EntityStatement {
  readonly name: string;
  readonly references: QualifiedName;
}

/** An enum that the entities declare. */
export interface DeclaredEnum extends QualifiedName {
  readonly labels: readonly string[];
}

/** TypeORM's DDL of all entities for an empty database, in the order in which it runs. */
export interface EntityStatements {
  readonly schemas: readonly string[];
  /** Types and tables with all that is theirs but foreign keys. */
  readonly tables: readonly EntityStatement[];
  readonly foreignKeys: readonly ForeignKeyStatement[];
  readonly enums: readonly DeclaredEnum[];
  /** A view with its indexes at a time. */
  readonly views: readonly (readonly EntityStatement[])[];
  /** Enums that only tables have that TypeORM was told to leave alone. */
  readonly unmanagedEnums: readonly QualifiedName[];
}
