import { hearAnswers } from './hear-answers';

/** What takes some hundredths of a second to load, in the order in which TypeORM loads it. */
const parts = [
  ...['platform/PlatformTools', 'error/index', 'entity-manager/EntityManager', 'query-builder/index'],
  ...['driver/aurora-mysql/AuroraMysqlDriver', 'driver/better-sqlite3/BetterSqlite3Driver'],
  ...['driver/oracle/OracleDriver', 'driver/sap/SapDriver', 'driver/spanner/SpannerDriver'],
  ...['driver/DriverFactory', 'connection/ConnectionMetadataBuilder', 'data-source/DataSource', 'index'],
];

/** Loads TypeORM in parts: what a server says meanwhile is heard in between. */
export async function loadTypeorm(): Promise<void> {
  for (const part of parts) {
    if (!loads(`typeorm/${part}`)) return;
    await hearAnswers();
  }
}

/**
 * Another version may have other parts, or load them in another order, in which its circles of imports are not broken: it
 * is loaded whole by whoever needs it, and that says what is wrong, if anything is.
 */
function loads(path: string): boolean {
  try {
    require(path);
    return true;
  } catch {
    return false;
  }
}
