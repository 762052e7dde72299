import type { QualifiedName } from '../schema/qualified-name';

export interface ReadOptions {
  /** The schemas to read; default: all that are not Postgres's own nor an extension's. */
  readonly schemas?: readonly string[];
  /** Tables that are bookkeeping and no part of the schema; without `schema`, in any. */
  readonly exclude?: readonly ExcludedTable[];
  /** The name of TypeORM's table of views and generated columns (`metadataTableName`). */
  readonly metadataTable?: string;
  /** The connection reads more than once, and has no pooler before it: its queries are compiled once. */
  readonly prepared?: boolean;
  /**
   * The relations that are read whole: of all others it is told that they are there, without their parts, and of nothing
   * what it depends on, nor what is not compared.
   */
  readonly only?: (relation: QualifiedName) => boolean;
}

export interface ExcludedTable {
  readonly schema?: string;
  readonly name: string;
}
