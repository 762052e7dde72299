import { Membership, MembershipRole, Organization, User } from '../models';
import { findSeeded } from './find-seeded';
import { putRows } from './put-rows';
import type { Seed } from './seed';

export const memberships: Seed = {
  name: '03_memberships',
  environments: ['development', 'test'],
  async run(manager) {
    const { id: organizationId } = await findSeeded(manager, Organization, { slug: 'house' });
    const ada = await findSeeded(manager, User, { email: 'ada@example.com' });
    const grace = await findSeeded(manager, User, { email: 'grace@example.com' });
    const alan = await findSeeded(manager, User, { email: 'alan@example.com' });
    return [
      await putRows(manager, Membership, {
        by: ['organizationId', 'userId'],
        rows: [
          { organizationId, userId: ada.id, role: MembershipRole.OWNER },
          { organizationId, userId: grace.id, role: MembershipRole.ADMIN },
          { organizationId, userId: alan.id, role: MembershipRole.MEMBER },
        ],
      }),
    ];
  },
};
