import type { ClientBase } from 'pg';
import { RetortError } from '../errors/retort-error';
import type { Statement } from '../operations/statement';
import type { PlannedFile } from '../plan/plan';
import { listDifferences } from '../schema/list-differences';
import type { Schema } from '../schema/schema';
import { explainRefusedStatement } from './explain-refused-statement';
import { runStatements, StatementRefused } from './run-statements';

export interface Proof {
  /** Connected to a database that holds `from` and is nobody else's. */
  readonly client: ClientBase;
  readonly from: Schema;
  readonly to: Schema;
  /** In order; each is run, and undone, by itself. */
  readonly files: readonly PlannedFile[];
  readonly read: (client: ClientBase) => Promise<Schema>;
}

const next =
  'Nothing was written. Write this change by hand, and tell us of it with the lines above: make db-prepare MSG="…" MANUAL=1';

/**
 * Runs a migration up, down and up again, and compares at each stop what came of it. Returns what is there in the end.
 *
 * @throws RetortError when a statement is refused or a stop is not what it should be.
 */
export async function proveMigration({ client, from, to, files, read }: Proof): Promise<Schema> {
  const step = async (name: string, runs: readonly (readonly Statement[])[], wanted: Schema) => {
    try {
      for (const statements of runs) await runStatements(client, statements);
    } catch (error) {
      if (!(error instanceof StatementRefused)) throw error;
      throw explainRefusedStatement(error, `While the ${name} was proven`, next);
    }
    const found = await read(client);
    const differences = listDifferences(found, wanted);
    if (differences.length > 0) throw proofFailed(name, differences);
    return found;
  };
  const up = files.map((file) => file.up);
  const down = [...files].reverse().map((file) => file.down);
  await step('way up', up, to);
  await step('way down', down, from);
  return step('second way up', up, to);
}

const shown = 10;

function proofFailed(name: string, differences: readonly string[]): RetortError {
  const rest = differences.length - shown;
  return new RetortError({
    what: `The ${name} does not lead where it should: ${differences.length} ${differences.length === 1 ? 'difference is' : 'differences are'} left.`,
    at: [...differences.slice(0, shown), ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n'),
    next,
  });
}
