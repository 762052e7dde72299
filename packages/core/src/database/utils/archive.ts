import type { FindOptionsWhere, Repository } from 'typeorm';
import type { SoftDeleteQueryBuilder } from 'typeorm/query-builder/SoftDeleteQueryBuilder';
import { Base } from './base';
import { refuseVagueCriteria } from './refuse-vague-criteria';

/**
 * Sets `archived_at` (and `updated_at`) on the rows that are not archived yet and returns their ids: none where
 * nothing matched, or all that matched was archived before. An entity that is given is brought up to date.
 * Rows that refer to them are left as they are.
 *
 * ```ts
 * const [id] = await archive(widgets, widget);
 * const ids = await archive(widgets, { ownerId });
 * ```
 */
export async function archive<Entity extends Base>(
  repository: Repository<Entity>,
  which: Entity | FindOptionsWhere<Entity>,
): Promise<readonly string[]> {
  return await run(repository, repository.createQueryBuilder().softDelete(), which);
}

/** Undoes `archive`, and returns the ids of the rows that are back. */
export async function restore<Entity extends Base>(
  repository: Repository<Entity>,
  which: Entity | FindOptionsWhere<Entity>,
): Promise<readonly string[]> {
  return await run(repository, repository.createQueryBuilder().restore(), which);
}

interface Changed {
  readonly id: string;
  readonly updated_at: Date;
  readonly archived_at: Date | null;
}

async function run<Entity extends Base>(
  { metadata }: Repository<Entity>,
  query: SoftDeleteQueryBuilder<Entity>,
  which: Entity | FindOptionsWhere<Entity>,
): Promise<readonly string[]> {
  const entity = isEntity(which) ? which : undefined;
  const criteria: object = entity === undefined ? which : { id: entity.id };
  refuseVagueCriteria(criteria, metadata.name);
  const { raw } = await query.where(criteria).returning(['id', 'updatedAt', 'archivedAt']).execute();
  const rows: readonly Changed[] = raw;
  const [changed] = rows;
  if (entity !== undefined && changed !== undefined) {
    entity.updatedAt = changed.updated_at;
    entity.archivedAt = changed.archived_at;
  }
  return rows.map(({ id }) => id);
}

/** What `save` was given comes back as it was given: a plain object with the columns of an entity. */
function isEntity(which: object): which is Base {
  return (
    which instanceof Base ||
    ('id' in which &&
      typeof which.id === 'string' &&
      'archivedAt' in which &&
      (which.archivedAt === null || which.archivedAt instanceof Date))
  );
}
