import type { ClientBase } from 'pg';
import { runStatements, StatementRefused } from '../connect/run-statements';
import { diffAccess } from '../diff/diff-access';
import { errorCode } from '../errors/error-code';
import { isOfRows } from '../errors/is-of-rows';
import { RetortError } from '../errors/retort-error';
import { renderOperation } from '../operations/operation';
import type { Statement } from '../operations/statement';
import type { PlannedFile } from '../plan/plan';
import { type ReadOptions, readSchema } from '../read/read-schema';
import { together } from '../read/together';
import { listDifferences } from '../schema/list-differences';
import { addressKey } from '../schema/object-address';
import type { Schema } from '../schema/schema';
import { countCatalog } from './count-catalog';
import { explainRefusedStatement } from './explain-refused-statement';

export interface Proof {
  /** Connected to a database that holds `from` and is nobody else's. */
  readonly client: ClientBase;
  readonly from: Schema;
  readonly to: Schema;
  /** In order; each is run, and undone, by itself. */
  readonly files: readonly PlannedFile[];
  readonly read: ReadOptions;
  /** What of the schema is compared; default: all. */
  readonly compared?: (schema: Schema) => Schema;
  /** Whether rows may be there that the way up changes: the second way up is another one then. */
  readonly mayHaveRows: boolean;
  /** What `countCatalog` tells of `from`, where it was asked already. */
  readonly countedBefore?: string;
}

const next =
  'Nothing was written. Write this change by hand, and tell us of it with the lines above: make db-prepare MSG="…" MANUAL=1';

/** Where the history made rows, and they are in the way. */
const nextOfRows: Readonly<Record<Step, string>> = {
  'way up':
    'Nothing was written. A migration made the rows: write one that puts them right first: make db-prepare MSG="…" MANUAL=1',
  'way down':
    'Nothing was written. A migration made the rows, and only you know what they get back: write this change by hand: make db-prepare MSG="…" MANUAL=1',
  'second way up':
    'Nothing was written. A migration made the rows, and the way back does not bring back what they had: write this change by hand: make db-prepare MSG="…" MANUAL=1',
};

const nextOfBody =
  'Nothing was written. What the body of that function names is not there: make it in the models or in the declared SQL, or name something else. What is there only when it runs, such as a temporary table, may be named in PL/pgSQL, unless a variable is declared by it; or write this change by hand, behind SET LOCAL check_function_bodies = off: make db-prepare MSG="…" MANUAL=1';

/** The files are cut for the room that servers have by default. */
const nextOfRoom =
  'Nothing was written. The server has less room for locks than servers have by default: raise max_locks_per_transaction there and restart it, here and wherever this is to run; or change fewer tables at a time';

/** out_of_memory, of which kind the hint tells: it names the setting in every language. */
function isOfLocks(cause: unknown): boolean {
  const { hint } = cause as { readonly hint?: string };
  return errorCode(cause) === '53200' && hint?.includes('max_locks_per_transaction') === true;
}

function nextOf(error: StatementRefused): string {
  if (isOfLocks(error.cause)) return nextOfRoom;
  return isOfBody(error) ? nextOfBody : next;
}

/** undefined_table, undefined_column, undefined_function, undefined_object. */
const absent: readonly (string | undefined)[] = ['42P01', '42703', '42883', '42704'];

/** Postgres looks into a body that is a string of SQL when it is made, and into what one in PL/pgSQL declares. */
function isOfBody({ statement: { sql }, cause }: StatementRefused): boolean {
  return (
    absent.includes(errorCode(cause)) &&
    /^CREATE [^(]*\b(?:FUNCTION|PROCEDURE) .*^ LANGUAGE (?:plpg)?sql$.*^AS \$/ms.test(sql)
  );
}

type Step = 'way up' | 'way down' | 'second way up';

/**
 * Runs a migration up and down, and compares at each stop what came of it; then up again, unless nothing can be otherwise
 * than the first time: no rows are there, and the way down left the catalogs as they were, to the number of their rows.
 * Returns all that was there after the way up.
 *
 * @throws RetortError when a statement is refused or a stop is not what it should be.
 */
export async function proveMigration(proof: Proof): Promise<Schema> {
  const { client, from, to, files, mayHaveRows, compared = (schema) => schema } = proof;
  const read: ReadOptions = { ...proof.read, prepared: true };
  const step = async (name: Step, runs: readonly (readonly Statement[])[], wanted: Schema) => {
    try {
      for (const statements of runs) await runStatements(client, statements);
    } catch (error) {
      if (!(error instanceof StatementRefused)) throw error;
      const ofRows = mayHaveRows && isOfRows(error.cause);
      throw explainRefusedStatement(
        error,
        `While the ${name} was proven`,
        ofRows ? nextOfRows[name] : nextOf(error),
      );
    }
    const [found, counted] = await together(readSchema(client, read), countCatalog(client));
    const differences = [...listDifferences(compared(found), wanted), ...notGiven(found, name, proof)];
    if (differences.length > 0) throw proofFailed(name, differences);
    return { found, counted };
  };
  const up = files.map((file) => file.up);
  const down = [...files].reverse().map((file) => file.down);
  const countedBefore = proof.countedBefore ?? (await countCatalog(client));
  const { found } = await step('way up', up, to);
  const { counted } = await step('way down', down, from);
  if (mayHaveRows || counted !== countedBefore) await step('second way up', up, to);
  return found;
}

/** What the way up gives beyond what was there; what was is not to be found in a copy on a server with other roles. */
function notGiven(found: Schema, name: Step, { from, to }: Proof): readonly string[] {
  if (name === 'way down') return [];
  const given = new Set(diffAccess(from, to).map(({ on }) => addressKey(on)));
  const wanted = to.access.filter(({ on }) => given.has(addressKey(on)));
  return diffAccess(found, { access: wanted }).flatMap((operation) =>
    renderOperation(operation).map(({ sql }) => `not given: ${sql}`),
  );
}

const shown = 10;

function proofFailed(name: string, differences: readonly string[]): RetortError {
  const rest = differences.length - shown;
  const at = [...differences.slice(0, shown), ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n');
  if (differences.every((difference) => difference.includes(ofLogging)))
    return new RetortError({
      what: 'Postgres makes the sequence of a column logged, or unlogged, as its table is.',
      at,
      next: 'Nothing was written. Leave its ALTER SEQUENCE … SET LOGGED or UNLOGGED out of the declared SQL for this migration, and put it back for the next',
    });
  return new RetortError({
    what: `The ${name} does not lead where it should: ${differences.length} ${differences.length === 1 ? 'difference is' : 'differences are'} left.`,
    at,
    next,
  });
}

/** As `listDifferences` says it of a column. */
const ofLogging = ': value sequence options unlogged was ';
