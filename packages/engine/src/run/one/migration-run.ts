import type { FailedRun } from '../failures/explain-migration-error';

/** What it sends is sent when it returns its promise. */
export type SendRecord = () => Promise<void>;

export interface MigrationRun extends FailedRun {
  /** SQL that is run where its transaction begins, with it: `SET LOCAL …`. */
  readonly settings?: string;
  /** Called with the number of the server's process when its transaction has begun: behind a pooler, only then is it known. */
  readonly onBackend?: ((pid: number) => void) | undefined;
  /** Called when its transaction has begun, before the migration itself. */
  readonly begin?: () => Promise<void>;
  /** Called when it has run. What it returns writes that down in the same transaction, and is sent together with the COMMIT. */
  readonly record?: () => Promise<SendRecord>;
  /** Whether what ran ended, in SQL, the transaction that it ran in. */
  readonly hasEnded?: () => boolean;
}
