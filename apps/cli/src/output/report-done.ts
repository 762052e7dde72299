import type { DoneMigration } from '@retort/engine/runner';
import type { Reporter } from './reporter';

/** The line that a migration gets when it has run. */
export function reportDone(reporter: Reporter, { migration, direction, durationMs }: DoneMigration): void {
  reporter.line(
    `${direction === 'up' ? 'applied' : 'undone '}  ${migration.stem}  ${Math.round(durationMs)} ms`,
  );
}
