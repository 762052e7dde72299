import { type Migration, readHistoryState } from '@retort/engine';
import { type Context, loadHistory, resolveDatabase } from '../context';
import { type ExitCode, exitCodes } from '../output/exit-code';

/** Lists every migration, oldest first, and whether it is applied. */
export async function history(context: Context): Promise<ExitCode> {
  const { reporter } = context;
  const database = await resolveDatabase(context);
  const files = await loadHistory(context);
  const { applied } = await readHistoryState(database, files);
  const entries = files.migrations.map((migration: Migration) => ({
    migration: migration.stem,
    state: applied.includes(migration) ? ('applied' as const) : ('pending' as const),
    createdAt: new Date(migration.timestamp).toISOString(),
  }));
  for (const { migration, state, createdAt } of entries)
    reporter.line(`${state}  ${createdAt.slice(0, 16)}Z  ${migration}`);
  if (entries.length === 0)
    reporter.line('There is no migration yet. Next: make db-prepare MSG="create the first tables"');
  reporter.document({ command: 'history', migrations: entries });
  return exitCodes.done;
}
