import { join, relative } from 'node:path';
import { type Format, forgetAbandoned, readHistoryState } from '@retort/engine';
import { type Context, resolveDatabase } from '../context';
import { loadModule } from '../load/load-module';

/** A migration that was deleted to be written again stands in the way of nothing. */
export async function forgetDeleted(context: Context, format: Format): Promise<void> {
  const folder = context.project.migrationsFolder;
  const forgotten = await forgetAbandoned({
    ...{ folder, format, load: loadModule },
    hasRun: async (timestamp) => {
      const { missing } = await readHistoryState(await resolveDatabase(context), { folder, migrations: [] });
      return missing.some((row) => row.timestamp === timestamp);
    },
  });
  for (const stem of forgotten) {
    context.reporter.line(
      `note   ${stem} is taken out of ${relative(context.cwd, join(folder, 'index.ts'))}: its file is gone, no commit has it, and it has not run.`,
    );
  }
}
