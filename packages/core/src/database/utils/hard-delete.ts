import type { FindOptionsWhere, Repository } from 'typeorm';
import type { Base } from './base';
import { refuseVagueCriteria } from './refuse-vague-criteria';

/**
 * Deletes rows for good, archived or not, and returns their ids: for what the law or a test wants gone. Foreign keys
 * still decide whether they may go.
 *
 * ```ts
 * await hardDelete(users, { email: 'forget.me@example.com' });
 * ```
 */
export async function hardDelete<Entity extends Base>(
  repository: Repository<Entity>,
  which: FindOptionsWhere<Entity>,
): Promise<readonly string[]> {
  refuseVagueCriteria(which, repository.metadata.name);
  const { raw } = await repository
    .createQueryBuilder()
    .delete()
    .where(which)
    .returning('id')
    .callListeners(false)
    .execute();
  const rows: readonly { readonly id: string }[] = raw;
  return rows.map(({ id }) => id);
}
