import { User } from '../models';
import { putRows } from './put-rows';
import type { Seed } from './seed';

export const users: Seed = {
  name: '02_users',
  environments: ['development', 'test'],
  async run(manager) {
    return [
      await putRows(manager, User, {
        by: ['email'],
        rows: [
          { email: 'ada@example.com', displayName: 'Ada Lovelace' },
          { email: 'grace@example.com', displayName: 'Grace Hopper' },
          { email: 'alan@example.com', displayName: null },
        ],
      }),
    ];
  },
};
