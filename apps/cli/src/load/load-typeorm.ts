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

/** Another version may have other parts: it is loaded by whoever needs it. */
function loads(path: string): boolean {
  try {
    require(path);
    return true;
  } catch {
    return false;
  }
}
