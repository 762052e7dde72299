import type { AnswerTexts } from '../answers/answers';
import type { DeclaredSql } from '../desired/declared-sql';
import type { History } from '../history/history';
import type { MigrationName } from '../history/migration-name';
import { type EntityOptions, type Plan, planMigration, type Statement } from '../plan-migration';
import { replayHistory } from '../replay/replay-history';
import { abortable } from '../scratch/abortable';
import { withScratchDatabase } from '../scratch/scratch-database';
import { renderManualMigration, renderMigration } from '../write/render-migration';
import type { WrittenStatement } from '../write/statement';
import { type Format, writeMigration } from '../write/write-migration';
import { nameMigration } from './name-migration';

export interface CompareOptions {
  readonly history: History;
  readonly entities: EntityOptions;
  /** SQL that says what TypeORM cannot, run after the entities. */
  readonly sql?: readonly DeclaredSql[];
  /** A server on which scratch databases may be made. */
  readonly server: string;
  /** What a person has decided. */
  readonly answers?: AnswerTexts;
  /** The database in use: what is tried in it is rolled back. */
  readonly live?: string;
  readonly signal?: AbortSignal;
}

export interface PrepareOptions extends CompareOptions {
  readonly message: string | undefined;
  readonly format: Format;
  readonly nowMs: number;
  /** Runs beside the planning; nothing is written when it fails. */
  readonly check?: () => Promise<void>;
}

export type Prepared =
  | Exclude<Plan, { kind: 'ready' }>
  | (Extract<Plan, { kind: 'ready' }> & WrittenMigration);

export interface WrittenMigration {
  readonly name: MigrationName;
  readonly path: string;
}

/**
 * Compares the models with the history and writes the migration that makes up the difference. Where there is none, or
 * an answer is missing, nothing is written.
 *
 * @throws RetortError when the message cannot be a name, the history cannot be replayed, or the file cannot be written.
 */
export async function prepareMigration(options: PrepareOptions): Promise<Prepared> {
  const { history, message, format, nowMs, check = () => Promise.resolve() } = options;
  const name = nameMigration(history, message, nowMs);
  const [checked, planned] = await Promise.allSettled([check(), planFromHistory(options)]);
  if (checked.status === 'rejected') throw checked.reason;
  if (planned.status === 'rejected') throw planned.reason;
  const plan = planned.value;
  if (plan.kind !== 'ready') return plan;
  const source = renderMigration({
    name,
    up: plan.up.map(toWritten),
    down: plan.down.map(toWritten),
    transaction: [...plan.up, ...plan.down].every(({ transactional }) => transactional),
  });
  return { ...plan, name, path: await writeMigration(history, name, source, format) };
}

/** Writes a migration for its author to fill in. */
export async function prepareManualMigration(
  options: Pick<PrepareOptions, 'history' | 'message' | 'format' | 'nowMs'>,
): Promise<WrittenMigration> {
  const name = nameMigration(options.history, options.message, options.nowMs);
  return {
    name,
    path: await writeMigration(options.history, name, renderManualMigration(name), options.format),
  };
}

/** What is between the history and the models. It writes nothing. */
export async function planFromHistory(options: CompareOptions): Promise<Plan> {
  const { history, entities, sql, server, answers, live, signal } = options;
  return withScratchDatabase(server, async (scratch) => {
    const plan = async () => {
      await replayHistory({ url: scratch.url, ...schemaOf(entities) }, history);
      return planMigration({
        from: scratch.url,
        to: entities,
        ...answers,
        ...(sql === undefined ? {} : { sql }),
        ...(live === undefined ? {} : { live }),
      });
    };
    return abortable(plan(), signal);
  });
}

function schemaOf({ schema }: EntityOptions): { readonly schema?: string } {
  return schema === undefined ? {} : { schema };
}

function toWritten({ sql, comment, note }: Statement): WrittenStatement {
  return { sql, comments: note === null ? [comment] : [comment, note] };
}
