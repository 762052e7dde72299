import type { Migration } from '../history/history';
import type { DoneMigration } from './run-each';

/** What a project has done around its migrations: each is awaited. */
export interface RunHooks {
  readonly before?: (migrations: readonly Migration[]) => Promise<void>;
  readonly afterEach?: (done: DoneMigration) => Promise<void>;
  readonly after?: (done: readonly DoneMigration[]) => Promise<void>;
}
