import { existsSync, readFileSync } from 'node:fs';
import { type CompareOptions, historyOf, planFrom } from '../compare/compare-models';
import type { MigrationName } from '../history/migration-name';
import type { Plan, Statement } from '../plan-migration';
import { withHistoryDatabase } from '../replay/with-history-database';
import { renderHistorySchema } from '../schema-file/render-history-schema';
import { renderManualMigration, renderMigration } from '../write/render-migration';
import type { WrittenStatement } from '../write/statement';
import { type Format, writeMigration, writeWhole } from '../write/write-migration';
import { nameMigration } from './name-migration';

export interface PrepareOptions extends CompareOptions {
  readonly message: string | undefined;
  readonly format: Format;
  readonly nowMs: number;
  /** The file of the whole schema, `schema.sql`; without one it is not kept. */
  readonly schemaFile?: string | undefined;
  /** Runs beside the planning; nothing is written when it fails. */
  readonly check?: () => Promise<void>;
}

type ReadyPlan = Extract<Plan, { kind: 'ready' }>;
type EmptyPlan = Extract<Plan, { kind: 'empty' }>;

export type Prepared =
  | Exclude<Plan, ReadyPlan | EmptyPlan>
  | (EmptyPlan & { readonly schemaFileRewritten: boolean })
  | (ReadyPlan & WrittenMigration);

export interface WrittenMigration {
  readonly name: MigrationName;
  readonly path: string;
}

/**
 * Compares the models with the history and writes the migration that makes up the difference. Where there is none, or
 * an answer is missing, no migration is written.
 *
 * @throws RetortError when the message cannot be a name, the history cannot be replayed, the proof does not hold, or a
 *   file cannot be written.
 */
export async function prepareMigration(options: PrepareOptions): Promise<Prepared> {
  const { history, message, format, nowMs, schemaFile, check = () => Promise.resolve() } = options;
  const name = nameMigration(history, message, nowMs);
  const [checked, planned] = await Promise.allSettled([check(), planWithSchema(options)]);
  if (checked.status === 'rejected') throw checked.reason;
  if (planned.status === 'rejected') throw planned.reason;
  const { plan, schemaText } = planned.value;
  const schema =
    schemaFile === undefined || schemaText === undefined ? undefined : { path: schemaFile, text: schemaText };
  switch (plan.kind) {
    case 'needsAnswers':
    case 'refused':
      return plan;
    case 'empty':
      return { ...plan, schemaFileRewritten: schema !== undefined && rewrite(schema.path, schema.text) };
    case 'ready': {
      const source = renderMigration({
        name,
        up: plan.up.map(toWritten),
        down: plan.down.map(toWritten),
        transaction: [...plan.up, ...plan.down].every(({ transactional }) => transactional),
      });
      return { ...plan, name, path: await writeMigration({ history, name, source, format, schema }) };
    }
  }
}

/** Writes a migration for its author to fill in. */
export async function prepareManualMigration(
  options: Pick<PrepareOptions, 'history' | 'message' | 'format' | 'nowMs'>,
): Promise<WrittenMigration> {
  const { history, message, format, nowMs } = options;
  const name = nameMigration(history, message, nowMs);
  const source = renderManualMigration(name);
  return { name, path: await writeMigration({ history, name, source, format, schema: undefined }) };
}

interface PlanWithSchema {
  readonly plan: Plan;
  /** The text of `schema.sql` after the plan; undefined where none is wanted, or the plan is not to be carried out. */
  readonly schemaText: string | undefined;
}

function planWithSchema(options: PrepareOptions): Promise<PlanWithSchema> {
  return withHistoryDatabase(historyOf(options), async (url) => {
    const plan = await planFrom(url, options);
    const isSettled = plan.kind === 'ready' || plan.kind === 'empty';
    if (!isSettled || options.schemaFile === undefined) return { plan, schemaText: undefined };
    const next = plan.kind === 'ready' ? plan.up : [];
    return { plan, schemaText: await renderHistorySchema(url, next, options.entities.metadataTableName) };
  });
}

/** Where a migration was written by hand, the file of the schema is behind until the next prepare. */
function rewrite(path: string, text: string): boolean {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  writeWhole(path, text);
  return true;
}

function toWritten({ sql, comment, note }: Statement): WrittenStatement {
  return { sql, comments: note === null ? [comment] : [comment, note] };
}
