import type { Column } from './column';
import type { Constraint } from './constraint';
import type { Policy } from './policy';
import type { QualifiedName } from './qualified-name';
import type { Rule } from './rule';
import type { TableIndex } from './table-index';
import type { Trigger } from './trigger';

export interface Table extends QualifiedName {
  /** In the table's own order. Postgres cannot change it, so it is not compared. */
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  /** Those that no constraint stands on. */
  readonly indexes: readonly TableIndex[];
  readonly triggers: readonly Trigger[];
  readonly policies: readonly Policy[];
  readonly rules: readonly Rule[];
  readonly unlogged: boolean;
  /** The parents of `INHERITS`, in order; a partition's parent is in `partition`. */
  readonly inherits: readonly QualifiedName[];
  readonly partition: Partition;
  readonly rowSecurity: { readonly enabled: boolean; readonly forced: boolean };
  readonly replicaIdentity: ReplicaIdentity;
  /** The index that `CLUSTER` follows. */
  readonly clusteredOn: string | null;
  readonly accessMethod: string;
  /** Storage parameters, `fillfactor=70`, `toast.autovacuum_enabled=off`. */
  readonly options: readonly string[];
  readonly comment: string | null;
}

export type Partition =
  | { readonly kind: 'none' }
  /** `key` is what `PARTITION BY` says; it reads these columns. */
  | { readonly kind: 'partitioned'; readonly key: string; readonly keyColumns: readonly string[] }
  /** `bound` is what `PARTITION OF` says; `key` as above where it is partitioned in turn. */
  | {
      readonly kind: 'partition';
      readonly of: QualifiedName;
      readonly bound: string;
      readonly key: string | null;
      readonly keyColumns: readonly string[];
    };

export type ReplicaIdentity =
  | { readonly kind: 'default' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'full' }
  | { readonly kind: 'index'; readonly index: string };
