import { Organization } from '../models';
import { putRows } from './put-rows';
import type { Seed } from './seed';

/** Everywhere: the organization that has what belongs to no customer. */
export const organizations: Seed = {
  name: '01_organizations',
  async run(manager) {
    return [
      await putRows(manager, Organization, {
        by: ['slug'],
        rows: [{ slug: 'house', name: 'The house' }],
      }),
    ];
  },
};
