import { nameOf, readHistoryState } from '@retort/engine/state';
import { type Context, loadHistory, resolveDatabase } from '../context';
import { statusWords } from '../output/describe-status';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { formatDuration } from '../output/format-duration';

/** Lists every migration, oldest first, where it stands, and who applied it when. */
export async function history(context: Context): Promise<ExitCode> {
  const { reporter } = context;
  const database = await resolveDatabase(context);
  const { statuses } = await readHistoryState(database, await loadHistory(context));
  const entries = statuses.map((status) => {
    const entry = 'entry' in status ? status.entry : undefined;
    const { timestamp } = 'row' in status ? status.row : status.migration;
    return {
      migration: nameOf(status),
      state: statusWords[status.kind],
      createdAt: new Date(timestamp).toISOString(),
      ...(entry === undefined
        ? {}
        : {
            journal: {
              state: entry.state,
              finishedAt: entry.finishedAt ?? null,
              durationMs: entry.durationMs ?? null,
              by: entry.by,
              revision: entry.revision ?? null,
              toolVersion: entry.toolVersion ?? null,
            },
          }),
    };
  });
  for (const { migration, state, createdAt, journal } of entries) {
    const ran =
      journal === undefined || journal.finishedAt === null
        ? ''
        : `  (${journal.finishedAt.slice(0, 16)}Z, ${journal.durationMs === null ? '' : `${formatDuration(journal.durationMs)}, `}${journal.by}${journal.revision === null ? '' : `, ${journal.revision.slice(0, 12)}`})`;
    reporter.line(`${state.padEnd(12)}  ${createdAt.slice(0, 16)}Z  ${migration}${ran}`);
  }
  if (entries.length === 0)
    reporter.line('There is no migration yet. Next: make db-prepare MSG="create the first tables"');
  reporter.document({ command: 'history', migrations: entries });
  return exitCodes.done;
}
