import { queryOf, type RunQuery } from '../../connect/run-query';
import { RetortError } from '../../errors/retort-error';
import type { Migration } from '../../history/history';
import { describeMigration } from '../../journal/describe-migration';
import { readJournalSql } from '../../journal/read-journal';
import { writeJournal } from '../../journal/write-journal';
import { runMigration } from './run-migration';
import { type Running, rerunOf } from './running';
import { stepThrough } from './step-through';
import { journalWriteOf, writeRecordOf } from './write-record-of';

/** Statement by statement, each written down: what a crash interrupts is resumed where it stopped. */
export async function runBySteps(running: Running): Promise<void> {
  const { queryRunner, client, migration, direction, entry, location, onEvent, lock, isKept } = running;
  if (lock.isPooled && !isKept) throw noSteps(migration);
  await running.confirmed;
  const query = queryOf(client);
  if (isKept) {
    await lock.holdBySession();
    running.watch.onBackend(await backendOf(query));
  }
  const isResumed =
    entry !== undefined &&
    entry.direction === direction &&
    (entry.state === 'running' || entry.state === 'failed') &&
    (entry.stepsDone > 0 || entry.inFlight !== undefined);
  const steps = isResumed
    ? ((await readJournalSql(query, location, [migration.recordedName])).get(migration.recordedName)?.steps ??
      [])
    : [];
  if (isResumed) onEvent({ kind: 'resumed', migration, direction, stepsDone: entry.stepsDone });
  let stepping: ReturnType<typeof stepThrough> | undefined;
  try {
    await runMigration(queryRunner, {
      migration,
      direction,
      rerun: rerunOf(direction),
      begin: async () => {
        await writeJournal(query, [journalWriteOf(running, 'running', await describeMigration(migration))], {
          location,
          runner: running.runner,
          row: 'keep',
          clearSteps: !isResumed,
        });
        stepping = stepThrough({ ...running, earlier: isResumed ? { steps, entry } : undefined });
      },
      record: async () => {
        stepping?.stop();
        const described = await describeMigration(migration);
        return () => writeRecordOf(running, described, stepping?.statements ?? []);
      },
    });
  } finally {
    stepping?.stop();
  }
}

async function backendOf(query: RunQuery): Promise<number> {
  const [found] = await query('SELECT pg_catalog.pg_backend_pid() AS pid');
  return Number(found?.pid);
}

function noSteps(migration: Migration): RetortError {
  return new RetortError({
    what: `${migration.stem} runs without a transaction, and the connection goes through a pooler: between two statements a pooler may change the session, so that neither its timeouts nor its steps could be relied on.`,
    at: migration.path,
    next: 'Set POSTGRES_URL to the server itself instead of the pooler. Where the pooler keeps the session of a client until that leaves (pool_mode = session), say so: POSTGRES_POOLER=session',
    kind: 'refused',
  });
}
