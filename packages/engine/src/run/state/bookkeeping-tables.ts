import { journalTable } from '../../journal/journal-entry';
import type { ExcludedTable } from '../../read/read-options';

/** Tables in which runners keep what they did: they are no part of the schema. */
export function bookkeepingTables(migrationsTable = 'migrations'): readonly ExcludedTable[] {
  return [{ name: migrationsTable }, { name: journalTable }];
}
