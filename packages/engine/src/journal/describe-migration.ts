import type { Migration } from '../history/history';
import { readSource } from '../history/migration-source';
import { recordDirection } from './record-direction';
import type { JournalWrite } from './write-journal';

export type Description = Omit<JournalWrite, 'state' | 'direction' | 'startedAtMs' | 'durationMs'>;

/** What the journal says of a migration that it has not seen run. */
export async function describeMigration(migration: Migration): Promise<Description> {
  const { text, checksum } = await readSource(migration);
  const down = await recordDirection(migration, 'down');
  return {
    name: migration.recordedName,
    timestamp: migration.timestamp,
    stem: migration.stem,
    transactional: migration.instance.transaction !== false,
    checksum,
    source: text,
    up: null,
    error: null,
    down: down.kind === 'known' ? down.statements : null,
    downUnknown: down.kind === 'known' ? null : down.because,
  };
}
