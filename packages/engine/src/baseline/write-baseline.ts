import { undecided } from '../answers/decisions';
import { withConnection } from '../connect/connect';
import type { Database } from '../connect/database';
import { liftTimeouts } from '../connect/lift-timeouts';
import { queryOf } from '../connect/run-query';
import { diffSchemas } from '../diff/diff-schemas';
import { RetortError } from '../errors/retort-error';
import type { History } from '../history/history';
import { bookkeepingTables } from '../journal/bookkeeping-tables';
import type { Operation } from '../operations/operation';
import type { Statement } from '../operations/statement';
import { renderPlan } from '../plan/render-plan';
import { nameMigration } from '../prepare/name-migration';
import { proveMigration } from '../prove/prove-migration';
import type { ReadOptions } from '../read/read-options';
import { readSchema } from '../read/read-schema';
import { createSchema } from '../run/state/migrations-table';
import type { Schema } from '../schema/schema';
import { withScratchDatabase } from '../scratch/scratch-database';
import { qualified } from '../sql/sql';
import { renderParts } from '../write/render-parts';
import { type Format, type WrittenMigration, writeMigrations } from '../write/write-migration';
import { needsLeftOut, noteOf, privilegesNotGiven, withoutUnmodelled } from './left-out';

export interface BaselineOptions {
  readonly database: Database;
  /** A server on which a scratch database may be made. */
  readonly server: string;
  readonly history: History;
  readonly message: string;
  readonly metadataTable?: string | undefined;
  readonly format: Format;
  readonly nowMs: number;
}

export interface Baseline {
  /** More than one where the schema takes more locks than one transaction can have. */
  readonly written: readonly WrittenMigration[];
  readonly up: readonly Statement[];
  /** What was left out, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Writes the first migration of a database that has none: what makes its schema from nothing, proven on a scratch database.
 *
 * @throws RetortError: `conflict` where there are migrations, `refused` where the schema has what no migration can say,
 *   `failed` where it is empty.
 */
export async function writeBaseline(options: BaselineOptions): Promise<Baseline> {
  const { database, server, history, message, format, nowMs } = options;
  refuseSecondBaseline(history);
  const read: ReadOptions = {
    exclude: bookkeepingTables(database.migrationsTable),
    ...(options.metadataTable === undefined ? {} : { metadataTable: options.metadataTable }),
  };
  const all = await withConnection(database.url, (client) => readSchema(client, read));
  refuseInvalidIndexes(all);
  const { to: modelled, leftOut } = withoutUnmodelled(all);
  // Roles are not of one database: another one that runs this history may have none of them.
  const to = { ...modelled, access: [] };
  return withScratchDatabase(server, async ({ url }) => {
    const from = await readBeginning(url, database, read);
    const { up, files } = renderPlan(operationsBetween(from, to), [to]);
    await withConnection(url, async (client) => {
      await liftTimeouts(client);
      await proveMigration({ client, from, to, files, read, mayHaveRows: false });
    }).catch((error: unknown) => {
      throw leftOut.length === 0 ? error : needsLeftOut(leftOut, error);
    });
    const migrations = renderParts(nameMigration(history, message, nowMs), files);
    const written = await writeMigrations({ history, migrations, format, schema: undefined });
    return { written, up, notes: [...leftOut.map(noteOf), ...privilegesNotGiven(all.access)] };
  });
}

function refuseSecondBaseline({ migrations: [first], folder }: History): void {
  if (first === undefined) return;
  throw new RetortError({
    what: `There are migrations already (${first.stem}): a baseline is the first one.`,
    at: folder,
    next: 'Adopt a database that has their schema: retort stamp head',
    kind: 'conflict',
  });
}

/** What is there when the first migration runs: every run makes the schema of the settings before. */
function readBeginning(url: string, { schema }: Database, read: ReadOptions): Promise<Schema> {
  return withConnection(url, async (client) => {
    if (schema !== undefined) await createSchema(queryOf(client), schema);
    return readSchema(client, read);
  });
}

function operationsBetween(from: Schema, to: Schema): readonly Operation[] {
  const { operations, unsupported } = diffSchemas(from, to, undecided);
  const [refused] = unsupported;
  if (refused !== undefined) {
    throw new RetortError({
      what: `The database has what retort cannot write as a migration: ${refused.what}`,
      at: `${refused.write}${unsupported.length > 1 ? ` (and ${unsupported.length - 1} more)` : ''}`,
      next: 'Write the first migration by hand (make db-prepare MSG="baseline" MANUAL=1), then: retort stamp head',
      kind: 'refused',
    });
  }
  if (operations.length === 0) {
    throw new RetortError({
      what: 'The database is empty: there is nothing to begin from.',
      at: 'the database',
      next: 'Write the first migration from the models: make db-prepare MSG="create the first tables"',
    });
  }
  return operations;
}

/** What a `CREATE INDEX CONCURRENTLY` that failed left behind, no statement makes; nor what some partitions have. */
function refuseInvalidIndexes({ tables, materializedViews }: Schema): void {
  for (const { schema, indexes } of [...tables, ...materializedViews]) {
    for (const { name, state } of indexes) {
      if (state === 'valid' || state === 'parentOnly') continue;
      const index = qualified(schema, name).text;
      const [because, mend] =
        state === 'unfinished'
          ? ['it was not built to its end', `REINDEX INDEX ${index}`]
          : [
              'some of the partitions have it, others do not',
              `give it the index of each other partition: ALTER INDEX ${index} ATTACH PARTITION …`,
            ];
      throw new RetortError({
        what: `The index ${index} is not valid: ${because}.`,
        at: 'the database',
        next: `${mend}, or DROP INDEX ${index}; then again`,
        kind: 'refused',
      });
    }
  }
}
