// What says where a database stands: all that the shortest commands load.
export { withConnection } from './connect/connect';
export { explainConnectionError } from './connect/explain-connection-error';
export { type DatabaseUrl, parseDatabaseUrl } from './connect/parse-database-url';
export { settleSslMode } from './connect/settle-ssl-mode';
export { type ServerWait, withConnectionWhenReady } from './connect/when-ready';
export { withDatabase } from './connect/with-database';
export { countOf } from './errors/count-of';
export { type Explanation, type FailureKind, RetortError } from './errors/retort-error';
export type { History, Migration } from './history/history';
export type { LoadModule } from './history/load-migration';
export type { MigrationName } from './history/migration-name';
export { readHistory } from './history/read-history';
export { bringBack } from './run/bring-back';
export { type HistoryState, type MigrationStatus, nameOf } from './run/compare-history';
export type { Database } from './run/database';
export type { AppliedMigration } from './run/migrations-table';
export { readHistoryState } from './run/read-history-state';
export { undoFromJournal } from './run/undo-from-journal';
