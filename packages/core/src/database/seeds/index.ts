import { organizations } from './01_organizations';
import { users } from './02_users';
import { memberships } from './03_memberships';
import { widgets } from './04_widgets';
import type { Seed } from './seed';

/** Every seed, in the order in which they run. */
export const seeds: readonly Seed[] = [organizations, users, memberships, widgets];
