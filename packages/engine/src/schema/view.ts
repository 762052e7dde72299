import type { DataType } from './data-type';
import type { QualifiedName } from './qualified-name';
import type { Rule } from './rule';
import type { TableIndex } from './table-index';
import type { Trigger } from './trigger';

export interface View extends QualifiedName {
  /** What `pg_get_viewdef` says, without the semicolon. */
  readonly definition: string;
  readonly columns: readonly ViewColumn[];
  /** `security_barrier=true`, `security_invoker=true`, `check_option=local`. */
  readonly options: readonly string[];
  readonly triggers: readonly Trigger[];
  readonly rules: readonly Rule[];
  readonly comment: string | null;
}

export interface MaterializedView extends QualifiedName {
  readonly definition: string;
  readonly columns: readonly ViewColumn[];
  readonly indexes: readonly TableIndex[];
  readonly accessMethod: string;
  readonly clusteredOn: string | null;
  readonly options: readonly string[];
  readonly comment: string | null;
}

export interface ViewColumn {
  readonly name: string;
  readonly type: DataType;
  readonly collation: QualifiedName | null;
  /** `ALTER VIEW … ALTER COLUMN … SET DEFAULT`; always `null` for a materialized view. */
  readonly default: string | null;
  readonly comment: string | null;
}
