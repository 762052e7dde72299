import type { Cache } from '../cache/cache-folder';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';

/** What a history makes: the schema, and the tables in which it leaves rows. */
export interface MadeByHistory {
  readonly schema: Schema;
  readonly rows: readonly QualifiedName[];
}

/** What a history was found to make. */
interface HistoryRecord {
  /** The key of the schema. */
  readonly schema: string;
  readonly tablesWithRows: readonly QualifiedName[];
}

/** Undefined where it is not known. */
export function readHistoryRecord(cache: Cache, key: string): MadeByHistory | undefined {
  const record = cache.read<HistoryRecord>('history', key);
  const schema = record === undefined ? undefined : cache.read<Schema>('schema', record.schema);
  return record === undefined || schema === undefined ? undefined : { schema, rows: record.tablesWithRows };
}

export function keepHistoryRecord(cache: Cache, key: string, { schema, rows }: MadeByHistory): void {
  const tablesOfRows = rows.map(({ schema: namespace, name }) => ({ schema: namespace, name }));
  const record: HistoryRecord = { schema: cache.keep('schema', schema), tablesWithRows: tablesOfRows };
  cache.write('history', key, record);
}
