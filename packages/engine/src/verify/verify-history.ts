import type { ClientBase } from 'pg';
import type { QueryRunner } from 'typeorm';
import { withConnection } from '../connect/connect';
import type { History, Migration } from '../history/history';
import { readSchema } from '../read/read-schema';
import { createSchema } from '../run/migrations-table';
import { withDataSource } from '../run/open-data-source';
import { runMigration } from '../run/run-migration';
import { listDifferences } from '../schema/list-differences';
import type { Schema } from '../schema/schema';
import { abortable } from '../scratch/abortable';
import { withScratchDatabase } from '../scratch/scratch-database';

export interface VerifyOptions {
  readonly history: History;
  /** The schema that TypeORM is told to work in. */
  readonly schema?: string;
  /** A server on which a scratch database may be made. */
  readonly server: string;
  readonly onVerified?: (migration: Migration) => void;
  readonly signal?: AbortSignal;
}

/** A migration whose way back, or second way up, does not lead where it should. */
export interface BrokenMigration {
  readonly migration: Migration;
  /** `down`: after up and down the schema is not what it was. `up`: after up, down and up it is not what up made first. */
  readonly direction: 'up' | 'down';
  readonly differences: readonly string[];
}

/**
 * Proves the whole history on a scratch database: every migration up, down and up again, the catalog compared at each stop.
 *
 * @returns the first migration that does not hold, or undefined when all do.
 * @throws RetortError when an `up` or a `down` fails.
 */
export async function verifyHistory({
  history,
  schema,
  server,
  onVerified,
  signal,
}: VerifyOptions): Promise<BrokenMigration | undefined> {
  return withScratchDatabase(server, ({ url }) =>
    abortable(
      withDataSource({ url, ...(schema === undefined ? {} : { schema }) }, 'retort verify', (dataSource) =>
        withConnection(url, async (reader) => {
          const queryRunner = dataSource.createQueryRunner();
          try {
            if (schema !== undefined) await createSchema((sql) => queryRunner.query(sql), schema);
            return await verifyEach(queryRunner, reader, history, onVerified);
          } finally {
            await queryRunner.release();
          }
        }),
      ),
      signal,
    ),
  );
}

async function verifyEach(
  queryRunner: QueryRunner,
  reader: ClientBase,
  history: History,
  onVerified: VerifyOptions['onVerified'],
): Promise<BrokenMigration | undefined> {
  let before: Schema = await readSchema(reader);
  for (const migration of history.migrations) {
    const runTo = async (direction: 'up' | 'down') => {
      await runMigration(queryRunner, {
        migration,
        direction,
        record: () => Promise.resolve(),
        rerun: 'make db-verify',
      });
      return readSchema(reader);
    };
    const after = await runTo('up');
    const backwards = listDifferences(before, await runTo('down'));
    if (backwards.length > 0) return { migration, direction: 'down', differences: backwards };
    const again = listDifferences(after, await runTo('up'));
    if (again.length > 0) return { migration, direction: 'up', differences: again };
    onVerified?.(migration);
    before = after;
  }
  return undefined;
}
