import { QueryFailedError } from 'typeorm';
import { RetortError } from '../errors/retort-error';
import type { Migration } from '../history/history';
import { notWritten } from '../write/render-migration';
import type { Direction } from './run-migration';
import { showPosition } from './show-position';

/** Says which migration failed, at which statement, and what is left of it. */
export function explainMigrationError(
  error: unknown,
  migration: Migration,
  direction: Direction,
  rolledBack: boolean,
): RetortError {
  const command = direction === 'up' ? 'make db-migrate' : 'make db-downgrade';
  const message = error instanceof Error ? error.message : String(error);
  if (message === notWritten(direction)) {
    return new RetortError({
      what: `The ${direction} of ${migration.stem} is not written yet.`,
      at: migration.path,
      next: `Write its ${direction} in that file, then: ${command}`,
      cause: error,
    });
  }
  const remains = rolledBack
    ? 'Nothing of it stays: its transaction was rolled back.'
    : 'It runs without a transaction: what ran before the failing statement stays.';
  return new RetortError({
    what: `The ${direction} of ${migration.stem} failed: ${message}${detailOf(error)}. ${remains}`,
    at: [migration.path, ...statementOf(error)].join('\n'),
    next: `Correct its ${direction} in that file, then: ${command}`,
    cause: error,
  });
}

interface PostgresError {
  readonly detail?: string;
  readonly hint?: string;
  readonly position?: string;
}

function detailOf(error: unknown): string {
  if (!(error instanceof QueryFailedError)) return '';
  const { detail, hint } = error.driverError as PostgresError;
  return [detail, hint]
    .flatMap((line) => (line === undefined ? [] : [` (${line.replace(/\.$/, '')})`]))
    .join('');
}

function statementOf(error: unknown): readonly string[] {
  if (!(error instanceof QueryFailedError)) return [];
  const { position } = error.driverError as PostgresError;
  return showPosition(error.query, position === undefined ? undefined : Number(position));
}
