import type { ClientBase, QueryResult } from 'pg';
import { isDatabaseError } from '../errors/is-database-error';
import { RetortError } from '../errors/retort-error';
import { type DeclaredSql, declaredPath, declaredText } from './declared-sql';
import { refuseBeyondSchema } from './refuse-beyond-schema';
import { mayNameMoment, readClock, refuseDeclaredMoments } from './refuse-declared-moments';

export async function runDeclaredSql(client: ClientBase, declared: readonly DeclaredSql[]): Promise<void> {
  for (const one of declared) {
    try {
      await runOne(client, one);
    } catch (cause) {
      throw cause instanceof RetortError ? cause : explainDeclared(one, cause);
    }
  }
}

/** Runs what runs, and returns what does not yet: it may need what comes later. */
export async function runWhatRuns(
  client: ClientBase,
  declared: readonly DeclaredSql[],
): Promise<readonly DeclaredSql[]> {
  const refused: DeclaredSql[] = [];
  for (const one of declared) {
    try {
      await runOne(client, one);
    } catch (error) {
      if (!isDatabaseError(error)) {
        throw error;
      }
      refused.push(one);
    }
  }
  return refused;
}

async function runOne(client: ClientBase, declared: DeclaredSql): Promise<void> {
  refuseBeyondSchema(declared);
  const since = mayNameMoment(declared) ? await readClock(client) : undefined;
  // Of several statements there are several results.
  const results: QueryResult | readonly QueryResult[] = await client.query(declaredText(declared));
  refuseRows([results].flat(), declared);
  if (since !== undefined) await refuseDeclaredMoments(client, declared, since);
}

/** Rows of a scratch database are gone with it, and nobody would hear of them. */
function refuseRows(results: readonly QueryResult[], declared: DeclaredSql): void {
  const changed = results.find(({ command }) => changesRows.has(command));
  if (changed === undefined) return;
  throw new RetortError({
    what: `The declared SQL changes rows (${changed.command}), and a comparison of schemas does not find them.`,
    at: declaredPath(declared),
    next: 'Change them in the seeds, or in a migration written by hand: make db-prepare MSG="…" MANUAL=1',
  });
}

const changesRows: ReadonlySet<string> = new Set(['COPY', 'DELETE', 'INSERT', 'MERGE', 'TRUNCATE', 'UPDATE']);

function explainDeclared(declared: DeclaredSql, cause: unknown): RetortError {
  const text = declaredText(declared);
  const { message, position, hint } = refusalOf(cause);
  const line = position === undefined ? undefined : text.slice(0, position - 1).split('\n').length;
  return new RetortError({
    what: `Postgres refuses the declared SQL: ${message}`,
    at: line === undefined ? declaredPath(declared) : `${declaredPath(declared)}, line ${line}`,
    next:
      hint ??
      'Correct the SQL. It runs after the entities, in the order of the file names, on an empty database.',
    cause,
  });
}

function refusalOf(cause: unknown): { message: string; position?: number; hint?: string } {
  if (!(cause instanceof Error)) {
    return { message: String(cause) };
  }
  const position = 'position' in cause ? Number(cause.position) : Number.NaN;
  return {
    message: cause.message,
    ...(Number.isInteger(position) ? { position } : {}),
    ...('hint' in cause && typeof cause.hint === 'string' ? { hint: cause.hint } : {}),
  };
}
