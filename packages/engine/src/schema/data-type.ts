import type { QualifiedName } from './qualified-name';

/** The type of a column, an attribute or a domain. */
export interface DataType {
  /** What `format_type` says, qualified outside `pg_catalog`: `character varying(255)`, `public.mood[]`. */
  readonly text: string;
  /** The type itself, of an array its element's: `pg_catalog.varchar`, `public.mood`. */
  readonly base: QualifiedName;
  readonly kind: 'base' | 'enum' | 'domain' | 'composite' | 'range' | 'multirange' | 'pseudo';
  /** What stands in brackets, `255`, `10,2`; `null` where there is none. */
  readonly modifiers: string | null;
  /** Postgres does not tell `integer[][]` from `integer[]`. */
  readonly isArray: boolean;
}
