import type { RetortError } from '../../errors/retort-error';
import { explainMigrationError, type FailedRun, type Remains } from './explain-migration-error';

/** The connection was lost, and only the server can say whether the migration is done. */
export class OutcomeUnknown extends Error {
  constructor(
    readonly lost: unknown,
    private readonly run: FailedRun,
  ) {
    super('the connection was lost', { cause: lost });
  }

  /** Once it is known that it is not done, or that nobody can say. */
  explain(remains: Remains): RetortError {
    return explainMigrationError(this.lost, this.run, remains);
  }
}
