import type { ClientBase } from 'pg';
import { type AnswerTexts, parseAnswers } from './answers/answers';
import { undecided } from './answers/decisions';
import { withConnection } from './connect/connect';
import { buildDesired } from './desired/build-desired';
import type { DeclaredSql } from './desired/declared-sql';
import type { EntityOptions } from './desired/entity-options';
import { leaveOutUnmanaged } from './desired/leave-out-unmanaged';
import { diffSchemas } from './diff/diff-schemas';
import type { Statement } from './operations/statement';
import type { Plan } from './plan/plan';
import { renderPlan } from './plan/render-plan';
import { proveMigration } from './prove/prove-migration';
import { withCopy } from './prove/with-copy';
import { type ReadOptions, readSchema } from './read/read-schema';

export type { EntityOptions, Plan, Statement };

export interface PlanOptions extends AnswerTexts {
  /** A database that holds just what the history made. It is only read. */
  readonly from: string;
  /** TypeORM's options of the entities. */
  readonly to: EntityOptions;
  /** SQL that says what TypeORM cannot, run after the entities. */
  readonly sql?: readonly DeclaredSql[];
  /** The database in use, with rows. It is only read; what is tried in it is rolled back. */
  readonly live?: string;
  /** The server on which scratch databases are made; default: the one of `from`. */
  readonly scratch?: string;
  /** Tables that are bookkeeping and no part of the schema; default: TypeORM's table of migrations. */
  readonly exclude?: ReadOptions['exclude'];
}

/**
 * Plans the migration that turns `from` into what the entities mean, and proves it on scratch copies.
 *
 * @example const plan = await planMigration({ from: 'postgres://…', to: { entities: [User, Widget] } });
 * @throws RetortError when there is no connection, an answer cannot be used, or the proof does not hold.
 */
export async function planMigration(options: PlanOptions): Promise<Plan> {
  parseAnswers(options);
  const { to: entities, sql = [], scratch = options.from } = options;
  const read: ReadOptions = {
    exclude: options.exclude ?? [{ name: entities.migrationsTableName ?? 'migrations' }],
    metadataTable: entities.metadataTableName ?? 'typeorm_metadata',
  };
  const before = await withConnection(options.from, (client) => readSchema(client, read));
  const desired = await buildDesired({ entities, sql, scratch, like: before, read });
  const managed = async (client: ClientBase) =>
    leaveOutUnmanaged(await readSchema(client, read), desired.unmanaged);
  const from = leaveOutUnmanaged(before, desired.unmanaged);
  const to = desired.schema;
  const notes = desired.warnings;

  const { operations, unsupported } = diffSchemas(from, to, undecided);
  if (unsupported.length > 0) {
    return {
      kind: 'refused',
      refusals: unsupported.map(({ what, write }) => ({ what, next: write, consent: null })),
      notes,
    };
  }
  if (operations.length === 0) return { kind: 'empty', notes };
  const { up, down } = renderPlan(operations);
  await withCopy({ of: options.from, schema: before, server: scratch }, (url) =>
    proveMigration({ url, from, to, up, down, read: managed }),
  );
  return { kind: 'ready', up, down, notes };
}
