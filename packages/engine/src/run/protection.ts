import { escapeLiteral } from 'pg';
import { withConnection } from '../connect/connect';
import type { Database } from '../connect/database';
import { queryOf } from '../connect/run-query';
import { journalName } from '../journal/journal-table';
import type { MigrationsTable } from '../journal/migrations-location';
import { refuseReadOnly } from './session/refuse-read-only';
import { createMigrationsTable, locateMigrationsTable } from './state/migrations-table';

/**
 * The marker is the journal's comment and names its database: a copy that is restored under another name is not protected.
 */
const marker = /^Protected database (?<name>".*"): (?<since>.*)$/;

/** Since when the database is protected, and by whom; undefined where it is not. */
export async function readProtection(database: Database): Promise<string | undefined> {
  return withConnection(database.url, async (client, { database: name }) => {
    const query = queryOf(client);
    const location = await locateMigrationsTable(query, database);
    if (!location.journalExists) return undefined;
    const [row] = await query(
      `SELECT pg_catalog.obj_description(pg_catalog.to_regclass($1), 'pg_class') AS comment`,
      [journalName(location)],
    );
    const found = marker.exec(String(row?.comment ?? ''))?.groups;
    return found?.name === JSON.stringify(name) ? found.since : undefined;
  });
}

/** Marks the database as protected, or takes the mark away. */
export async function writeProtection(database: Database, since: string | undefined): Promise<void> {
  await withConnection(database.url, async (client, { database: name }) => {
    const query = queryOf(client);
    await refuseReadOnly(query, database.url);
    const location: MigrationsTable = await createMigrationsTable(
      query,
      await locateMigrationsTable(query, database),
    );
    const comment =
      since === undefined ? 'NULL' : escapeLiteral(`Protected database ${JSON.stringify(name)}: ${since}`);
    await query(`COMMENT ON TABLE ${journalName(location)} IS ${comment}`);
  });
}
