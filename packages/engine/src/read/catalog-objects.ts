import type { Extension } from '../schema/extension';
import type { Namespace } from '../schema/namespace';
import type { Policy } from '../schema/policy';
import type { Routine } from '../schema/routine';
import type { Rule } from '../schema/rule';
import type { Statistics } from '../schema/statistics';
import type { Trigger } from '../schema/trigger';
import type { EnumType } from '../schema/user-type';
import type { CatalogObject, RelationPart } from './catalog';
import type { CatalogColumn } from './catalogs/read-columns';
import type { CatalogConstraint } from './catalogs/read-constraints';
import type { CatalogDomain } from './catalogs/read-domains';
import type { CatalogIndex } from './catalogs/read-indexes';
import type { CatalogRange } from './catalogs/read-ranges';
import type { Relation } from './catalogs/read-relations';
import type { CatalogSequence } from './catalogs/read-sequences';

/** Everything that was read, still with oids and not yet put together. */
export interface CatalogObjects {
  readonly namespaces: readonly CatalogObject<Namespace>[];
  readonly extensions: readonly CatalogObject<Extension>[];
  readonly enums: readonly CatalogObject<EnumType>[];
  readonly domains: readonly CatalogDomain[];
  readonly ranges: readonly CatalogRange[];
  readonly routines: readonly CatalogObject<Routine>[];
  readonly sequences: readonly CatalogSequence[];
  /** Tables, views, materialized views and composite types. */
  readonly relations: readonly Relation[];
  readonly columns: readonly CatalogColumn[];
  readonly constraints: readonly CatalogConstraint[];
  readonly indexes: readonly CatalogIndex[];
  readonly triggers: readonly RelationPart<Trigger>[];
  readonly rules: readonly RelationPart<Rule>[];
  readonly policies: readonly RelationPart<Policy>[];
  readonly statistics: readonly CatalogObject<Statistics>[];
  /** TypeORM's own table; it is not among `relations`. */
  readonly typeormMetadata: Relation | undefined;
}
