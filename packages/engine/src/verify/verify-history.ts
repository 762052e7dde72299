import type { ClientBase } from 'pg';
import type { QueryRunner } from 'typeorm';
import { planFrom } from '../compare/compare-models';
import type { CompareOptions } from '../compare/compare-options';
import { withConnection } from '../connect/connect';
import { liftTimeouts } from '../connect/lift-timeouts';
import type { RunQuery } from '../connect/run-query';
import type { History, Migration } from '../history/history';
import { typeormGround } from '../history/typeorm-ground';
import type { Plan } from '../pipeline/plan-migration';
import { readSchema } from '../read/read-schema';
import { readUnhurried } from '../replay/unhurried';
import { layGround } from '../run/lay-ground';
import { runMigration } from '../run/one/run-migration';
import { withDataSource } from '../run/session/open-data-source';
import { createSchema } from '../run/state/migrations-table';
import { listDifferences } from '../schema/list-differences';
import type { Schema } from '../schema/schema';
import { isSameText } from '../schema-file/is-same-text';
import { renderHistorySchema } from '../schema-file/render-history-schema';
import { abortable } from '../scratch/abortable';
import { withScratchDatabase } from '../scratch/scratch-database';

export interface VerifyOptions extends CompareOptions {
  /** What the file of the schema says; undefined where none is kept. */
  readonly schemaText?: string | undefined;
  readonly onVerified?: (migration: Migration) => void;
}

/** What became of the proof of a whole history. */
export type Verified =
  | { readonly kind: 'holds' }
  | ({ readonly kind: 'broken' } & BrokenMigration)
  | { readonly kind: 'modelsDiffer'; readonly plan: Plan }
  | { readonly kind: 'schemaFileDiffers' };

/** A migration whose way back, or second way up, does not lead where it should. */
export interface BrokenMigration {
  readonly migration: Migration;
  /** `down`: after up and down the schema is not what it was. `up`: after up, down and up it is not what up made first. */
  readonly direction: 'up' | 'down';
  readonly differences: readonly string[];
}

/**
 * Proves the whole history on a scratch database: every migration up, down and up again, the catalog compared at each
 * stop; then that the models, and the file of the schema, say the same as where it leads.
 *
 * @throws RetortError when an `up` or a `down` fails.
 */
export async function verifyHistory(options: VerifyOptions): Promise<Verified> {
  const { server, entities, schemaText, signal } = options;
  return withScratchDatabase(server, ({ url }) => {
    const verify = async (): Promise<Verified> => {
      const broken = await verifyUpDownUp(url, options);
      if (broken !== undefined) return { kind: 'broken', ...broken };
      const plan = await planFrom(url, options);
      if (plan.kind !== 'empty') return { kind: 'modelsDiffer', plan };
      const differs =
        schemaText !== undefined &&
        !isSameText(schemaText, await renderHistorySchema(url, [], entities.metadataTableName));
      return { kind: differs ? 'schemaFileDiffers' : 'holds' };
    };
    return abortable(verify(), signal);
  });
}

async function verifyUpDownUp(
  url: string,
  { history, entities: { schema }, onVerified }: VerifyOptions,
): Promise<BrokenMigration | undefined> {
  return withDataSource({ url, ...(schema === undefined ? {} : { schema }) }, 'retort verify', (dataSource) =>
    withConnection(url, async (reader) => {
      const queryRunner = dataSource.createQueryRunner();
      try {
        // Each is idle for as long as the other is at work.
        await liftTimeouts(await queryRunner.connect());
        await liftTimeouts(reader);
        if (schema !== undefined) {
          const query: RunQuery = (sql, parameters) => queryRunner.query(sql, parameters);
          await createSchema(query, schema);
        }
        await layGround((sql) => queryRunner.query(sql), typeormGround(history.migrations));
        return await verifyEach(queryRunner, reader, history, onVerified);
      } finally {
        await queryRunner.release();
      }
    }),
  );
}

async function verifyEach(
  queryRunner: QueryRunner,
  reader: ClientBase,
  history: History,
  onVerified: VerifyOptions['onVerified'],
): Promise<BrokenMigration | undefined> {
  const unhurried = await readUnhurried((sql) => queryRunner.query(sql));
  let before: Schema = await readSchema(reader);
  for (const migration of history.migrations) {
    const runTo = async (direction: 'up' | 'down') => {
      await runMigration(queryRunner, {
        migration,
        direction,
        settings: unhurried(migration),
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
