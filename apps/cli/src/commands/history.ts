import { type MigrationStatus, nameOf, readHistoryState } from '@retort/engine/state';
import { type Context, loadHistory } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { statusWords } from '../output/describe-status';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { formatDuration } from '../output/format-duration';

/** Lists every migration, oldest first, where it stands, and who applied it when. */
export async function history(context: Context): Promise<ExitCode> {
  const { reporter } = context;
  const database = await resolveDatabase(context);
  const { statuses } = await readHistoryState(database, await loadHistory(context));
  const entries = statuses.map((status) => {
    const { timestamp } = 'row' in status ? status.row : status.migration;
    const journal = journalOf(status);
    return {
      migration: nameOf(status),
      state: statusWords[status.kind],
      createdAt: new Date(timestamp).toISOString(),
      ...(journal === undefined ? {} : { journal }),
    };
  });
  for (const { migration, state, createdAt, journal } of entries) {
    reporter.line(
      `${state.padEnd(12)}  ${minuteOf(createdAt)}  ${migration}${journal === undefined ? '' : describeRun(journal)}`,
    );
  }
  if (entries.length === 0)
    reporter.line('There is no migration yet. Next: make db-prepare MSG="create the first tables"');
  reporter.document({ command: 'history', migrations: entries });
  return exitCodes.done;
}

interface JournalDocument {
  readonly state: string;
  readonly finishedAt: string | null;
  readonly durationMs: number | null;
  readonly by: string;
  readonly revision: string | null;
  readonly toolVersion: string | null;
}

function journalOf(status: MigrationStatus): JournalDocument | undefined {
  const entry = 'entry' in status ? status.entry : undefined;
  return (
    entry && {
      state: entry.state,
      finishedAt: entry.finishedAt ?? null,
      durationMs: entry.durationMs ?? null,
      by: entry.by,
      revision: entry.revision ?? null,
      toolVersion: entry.toolVersion ?? null,
    }
  );
}

/** When it was done, how long that took, who did it, and at which commit. */
function describeRun({ finishedAt, durationMs, by, revision }: JournalDocument): string {
  if (finishedAt === null) return '';
  const parts = [
    minuteOf(finishedAt),
    ...(durationMs === null ? [] : [formatDuration(durationMs)]),
    by,
    ...(revision === null ? [] : [revision.slice(0, 12)]),
  ];
  return `  (${parts.join(', ')})`;
}

/** Of an ISO 8601 time in UTC. */
function minuteOf(time: string): string {
  return `${time.slice(0, 16)}Z`;
}
