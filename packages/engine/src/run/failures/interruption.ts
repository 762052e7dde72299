import { RetortError } from '../../errors/retort-error';
import type { Direction } from '../../history/direction';
import type { Migration } from '../../history/history';

/** `at`: the database, to show. */
export function interruptedBeforeAny(at: string, cause?: unknown): RetortError {
  return new RetortError({
    what: 'Interrupted before any migration was run.',
    at,
    next: 'Run the command again.',
    kind: 'interrupted',
    cause,
  });
}

/** Interrupted between two migrations. */
export function interruptedBefore(migration: Migration, direction: Direction): RetortError {
  return interrupted(
    `Interrupted before the ${direction} of ${migration.stem}; what ran before it stays.`,
    migration,
    direction,
  );
}

/** Interrupted while a migration ran. */
export function interruptedIn(migration: Migration, direction: Direction, cause: unknown): RetortError {
  const what =
    migration.instance.transaction === false
      ? `Interrupted. The ${direction} of ${migration.stem} runs without a transaction: what it had done stays, and the next run goes on there.`
      : `Interrupted. The ${direction} of ${migration.stem} was rolled back; what ran before it stays.`;
  return interrupted(what, migration, direction, cause);
}

function interrupted(what: string, migration: Migration, direction: Direction, cause?: unknown): RetortError {
  return new RetortError({
    what,
    at: migration.path,
    next: `To go on: ${direction === 'up' ? 'make db-migrate' : 'make db-downgrade'}`,
    kind: 'interrupted',
    cause,
  });
}
