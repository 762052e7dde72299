import type { ExcludedTable } from '../read/read-options';
import { journalTable } from './journal-entry';

/** Tables in which runners keep what they did: they are no part of the schema. */
export function bookkeepingTables(migrationsTable = 'migrations'): readonly ExcludedTable[] {
  return [{ name: migrationsTable }, { name: journalTable }];
}
