import type { Description } from '../../journal/describe-migration';
import type { StatementRun } from '../../journal/statement-run';
import type { JournalWrite } from '../../journal/write-journal';
import { writeRecord } from '../../journal/write-record';
import { ownIdentity } from '../session/own-session';
import type { Running } from './running';

/** Writes down that a migration is done, in its transaction where it has one. */
export async function writeRecordOf(
  running: Running,
  described: Description,
  statements: readonly StatementRun[],
): Promise<void> {
  const { direction, location, runner, client } = running;
  const isUp = direction === 'up';
  const entry = journalWriteOf(running, isUp ? 'applied' : 'undone', described);
  const own = client.query(ownIdentity);
  // It fails with the record, which says why.
  own.catch(() => undefined);
  if (!client.pipeline) await own;
  await writeRecord(client, location, runner, {
    ...entry,
    ...(isUp ? { up: statements } : { down: statements }),
  });
}

/** What the journal says of it. */
export function journalWriteOf(
  { direction, startedAtMs, startedTickMs }: Running,
  state: JournalWrite['state'],
  described: Description,
): JournalWrite {
  return {
    ...described,
    state,
    direction,
    startedAtMs,
    durationMs: performance.now() - startedTickMs,
  };
}
