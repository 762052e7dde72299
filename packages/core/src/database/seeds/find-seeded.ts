import type { EntityManager, FindOptionsWhere, ObjectLiteral, ObjectType } from 'typeorm';

/** A row that an earlier seed put, also where somebody archived it since. */
export async function findSeeded<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: ObjectType<Entity>,
  where: FindOptionsWhere<Entity>,
): Promise<Entity> {
  return await manager.findOneOrFail(entity, { where, withDeleted: true });
}
