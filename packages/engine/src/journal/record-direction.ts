import type { QueryRunner } from 'typeorm';
import { errorMessage } from '../errors/error-message';
import type { Migration } from '../history/history';
import { refusingProxy } from './refusing-proxy';
import { type Recorded, type StatementRun, statementRun } from './statement-run';

/** How a reason begins that is an error of the direction's own. */
export const thrown = 'it throws';

class NotRecordable extends Error {}

/**
 * The SQL that a direction of a migration issues, found by running it against a query runner that has no database. A
 * direction that needs an answer of the database, or more than `query`, says so instead.
 */
export async function recordDirection(migration: Migration, direction: 'up' | 'down'): Promise<Recorded> {
  if (migration.plain !== undefined)
    return { kind: 'known', statements: migration.plain[direction].map((sql) => ({ sql })) };
  const statements: StatementRun[] = [];
  const query = (sql: string, parameters?: readonly unknown[]) => {
    statements.push(statementRun(sql, parameters));
    return Promise.resolve(refusingProxy({}, refuse('it uses what a statement returned')));
  };
  const recorder = refusingProxy(
    { query },
    refuse('it uses more of the query runner than query'),
  ) as unknown as QueryRunner;
  try {
    await migration.instance[direction](recorder);
    return { kind: 'known', statements };
  } catch (error) {
    const because = errorMessage(error);
    return { kind: 'unknown', because: error instanceof NotRecordable ? because : `${thrown}: ${because}` };
  }
}

function refuse(because: string): (property: string) => Error {
  return (property) => new NotRecordable(`${because} (${property})`);
}
