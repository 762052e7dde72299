import { join, relative } from 'node:path';
import { type Abandoned, type Format, findAbandoned, readHistoryState } from '@retort/engine';
import type { Context } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { loadModule } from '../load/load-module';

/** Migrations that were deleted to be written again: they stand in the way of nothing, and go when something is written. */
export async function findDeleted(context: Context, format: Format): Promise<Abandoned | undefined> {
  const folder = context.project.migrationsFolder;
  return findAbandoned({
    folder,
    format,
    load: loadModule,
    hasRun: async (timestamp) => {
      const { missing } = await readHistoryState(await resolveDatabase(context), { folder, migrations: [] });
      return missing.some((row) => row.timestamp === timestamp);
    },
  });
}

/** Says that the registry does not list them any more. */
export function reportForgotten({ project, reporter, cwd }: Context, deleted: Abandoned | undefined): void {
  const registry = relative(cwd, join(project.migrationsFolder, 'index.ts'));
  for (const stem of deleted?.stems ?? []) {
    reporter.line(
      `note   ${stem} is taken out of ${registry}: its file is gone, no commit has it, and it has not run.`,
    );
  }
}
