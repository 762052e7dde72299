import type { Access } from './access';
import type { Dependency } from './dependency';
import type { Extension } from './extension';
import type { Namespace } from './namespace';
import type { QualifiedName } from './qualified-name';
import type { Routine } from './routine';
import type { Sequence } from './sequence';
import type { Statistics } from './statistics';
import type { Table } from './table';
import type { TypeormMetadata } from './typeorm-metadata';
import type { Unmodelled } from './unmodelled';
import type { UnmodelledNeed } from './unmodelled-need';
import type { CompositeType, Domain, EnumType, RangeType } from './user-type';
import type { MaterializedView, View } from './view';

/**
 * What a database holds, as plain data: what two databases may differ in without meaning (object ids, versions of
 * extensions, names of not-null constraints, owners) is not in it. Every set is sorted by name; columns are in the
 * table's own order. Expressions are Postgres's own spelling, with every name outside `pg_catalog` qualified.
 */
export interface Schema {
  readonly namespaces: readonly Namespace[];
  readonly extensions: readonly Extension[];
  readonly enums: readonly EnumType[];
  readonly domains: readonly Domain[];
  readonly composites: readonly CompositeType[];
  readonly ranges: readonly RangeType[];
  /** Sequences that are not a column's own (see `ColumnValue`). */
  readonly sequences: readonly Sequence[];
  readonly routines: readonly Routine[];
  readonly tables: readonly Table[];
  readonly views: readonly View[];
  readonly materializedViews: readonly MaterializedView[];
  readonly statistics: readonly Statistics[];
  /** `null` where TypeORM made no such table. */
  readonly typeormMetadata: TypeormMetadata | null;
  /** What is there and is not compared: it is named, never dropped. */
  readonly unmodelled: readonly Unmodelled[];
  /** What of the compared things that stands on. */
  readonly unmodelledNeeds: readonly UnmodelledNeed[];
  /** Who may use what, where that was said. It is not compared. */
  readonly access: readonly Access[];
  /** Who needs whom. Follows from the rest, so it is not itself compared. */
  readonly dependencies: readonly Dependency[];
}

/** All types that have a name of their own. */
export function typesOf({ enums, composites, ranges, domains }: Schema): readonly QualifiedName[] {
  return [...enums, ...composites, ...ranges, ...domains];
}
