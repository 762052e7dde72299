export interface ReadOptions {
  /** The schemas to read; default: all that are not Postgres's own nor an extension's. */
  readonly schemas?: readonly string[];
  /** Tables that are bookkeeping and no part of the schema; without `schema`, in any. */
  readonly exclude?: readonly ExcludedTable[];
  /** The name of TypeORM's table of views and generated columns (`metadataTableName`). */
  readonly metadataTable?: string;
}

export interface ExcludedTable {
  readonly schema?: string;
  readonly name: string;
}
