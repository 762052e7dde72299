import type { History } from '../history/history';
import type { MigrationName } from '../history/migration-name';
import { type EntityOptions, type Plan, planMigration } from '../plan-migration';
import { replayHistory } from '../replay/replay-history';
import { abortable } from '../scratch/abortable';
import { withScratchDatabase } from '../scratch/scratch-database';
import { renderManualMigration, renderMigration } from '../write/render-migration';
import { type Format, writeMigration } from '../write/write-migration';
import { nameMigration } from './name-migration';

export interface PrepareOptions {
  readonly history: History;
  readonly message: string | undefined;
  readonly entities: EntityOptions;
  /** A server on which scratch databases may be made; its database is only read. */
  readonly server: string;
  readonly format: Format;
  readonly nowMs: number;
  readonly signal?: AbortSignal;
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
  const { history, message, format, nowMs } = options;
  const name = nameMigration(history, message, nowMs);
  const plan = await planFromHistory(options);
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

export type CompareOptions = Pick<PrepareOptions, 'history' | 'entities' | 'server' | 'signal'>;

/** What is between the history and the models. It writes nothing. */
export async function planFromHistory({ history, entities, server, signal }: CompareOptions): Promise<Plan> {
  return withScratchDatabase(server, async (scratch) => {
    const plan = async () => {
      await replayHistory({ url: scratch.url, ...schemaOf(entities) }, history);
      return planMigration({ from: scratch.url, to: entities });
    };
    return abortable(plan(), signal);
  });
}

function schemaOf({ schema }: EntityOptions): { readonly schema?: string } {
  return schema === undefined ? {} : { schema };
}

function toWritten({ sql, comment }: { readonly sql: string; readonly comment?: string }) {
  return { sql, comments: comment === undefined ? [] : [comment] };
}
