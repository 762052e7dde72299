import { existsSync, readFileSync } from 'node:fs';
import type { PlanChangesOptions } from '../compare/changes';
import { planChanges } from '../compare/plan-changes';
import type { Plan } from '../pipeline/plan-migration';
import { isSameText } from '../schema-file/is-same-text';
import { interrupted } from '../scratch/abortable';
import { renderManualMigration } from '../write/render-migration';
import { renderParts } from '../write/render-parts';
import {
  type Format,
  migrationPath,
  type WrittenMigration,
  writeMigrations,
  writeWhole,
} from '../write/write-migration';
import { nameMigration } from './name-migration';

export interface PrepareOptions extends PlanChangesOptions {
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
  | (ReadyPlan & { readonly written: readonly WrittenMigration[] });

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
  const [checked, planned] = await Promise.allSettled([check(), planChanges(options)]);
  if (checked.status === 'rejected') throw checked.reason;
  if (planned.status === 'rejected') throw planned.reason;
  const { plan, next, keep, renderSchema } = planned.value;
  const schema =
    schemaFile === undefined || next === null ? undefined : { path: schemaFile, text: renderSchema(next) };
  switch (plan.kind) {
    case 'needsAnswers':
    case 'refused':
      return plan;
    case 'empty':
      return { ...plan, schemaFileRewritten: schema !== undefined && rewrite(schema.path, schema.text) };
    case 'ready': {
      if (options.signal?.aborted === true) throw interrupted();
      const migrations = renderParts(name, plan.files);
      const written = await writeMigrations({ history, migrations, format, schema });
      if (next !== null) {
        keep(
          written.map(({ path }) => path),
          next,
        );
      }
      return { ...plan, written };
    }
  }
}

/** Writes a migration for its author to fill in. */
export async function prepareManualMigration(
  options: Pick<PrepareOptions, 'history' | 'message' | 'format' | 'nowMs'>,
): Promise<WrittenMigration> {
  const { history, message, format, nowMs } = options;
  const name = nameMigration(history, message, nowMs);
  const migrations = [{ name, source: renderManualMigration(name) }];
  await writeMigrations({ history, migrations, format, schema: undefined });
  return { name, path: migrationPath(history.folder, name) };
}

/** Where a migration was written by hand, the file of the schema is behind until the next prepare. */
function rewrite(path: string, text: string): boolean {
  if (existsSync(path) && isSameText(readFileSync(path, 'utf8'), text)) return false;
  writeWhole(path, text);
  return true;
}
