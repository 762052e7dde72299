/** A table as it is before any tool's own form. Every form is rendered from this. */
export interface Table {
  readonly name: string;
  /** The primary key `id`, the unique `code`, `created_at` and `updated_at` are in every table, and not listed here. */
  readonly columns: readonly Column[];
  /** The labels of the enum type that the column `status` has; undefined: it is text. */
  readonly status: EnumType | undefined;
  readonly references: readonly Reference[];
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

export type ColumnType =
  | { readonly kind: 'varchar'; readonly length: number }
  | { readonly kind: 'numeric'; readonly precision: number; readonly scale: number }
  | {
      readonly kind:
        | 'text'
        | 'integer'
        | 'bigint'
        | 'double'
        | 'boolean'
        | 'date'
        | 'timestamp'
        | 'uuid'
        | 'jsonb';
    };

export interface EnumType {
  readonly name: string;
  readonly labels: readonly string[];
}

/** A nullable integer column that refers to the `id` of another table. */
export interface Reference {
  readonly column: string;
  /** The number of that table in the list. */
  readonly table: number;
}

/** The columns of the two plain indexes that every table has. */
export const indexedColumns = [['name'], ['status', 'created_at']] as const;

export function indexName(table: string, columns: readonly string[]): string {
  return `ix_${table}_${columns.join('_')}`;
}
