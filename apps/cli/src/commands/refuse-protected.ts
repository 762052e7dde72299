import {
  type Database,
  hidePasswords,
  type Migration,
  parseDatabaseUrl,
  readProtection,
  recordDirection,
} from '@retort/engine/runner';
import { quote } from '../output/quote';
import { unlessNameTyped } from './unless-name-typed';

/**
 * What can lose data is done to a database that is protected, or not on this machine, only when its name is typed.
 *
 * @throws RetortError of kind `refused`
 */
export async function refuseProtected(
  database: Database,
  does: string,
  confirm: string | undefined,
): Promise<void> {
  const { database: name, isLocal } = parseDatabaseUrl(database.url);
  const refused = unlessNameTyped(
    database,
    confirm,
    `Is it meant? Type its name after the same command: CONFIRM=${quote(name)} (retort: --confirm ${quote(name)})`,
  );
  if (refused === undefined) return;
  const protection = await readProtection(database);
  if (protection !== undefined) {
    throw refused(`The database ${name} is protected (${protection}), and this ${does}.`);
  }
  if (!isLocal) throw refused(`The database ${name} is not on this machine, and this ${does}.`);
}

/** @throws RetortError of kind `refused` where one of the ways back loses rows, or may. */
export async function refuseDestruction(
  database: Database,
  migrations: readonly Migration[],
  confirm: string | undefined,
): Promise<void> {
  for (const migration of migrations) {
    const loses = await losesRows(migration);
    if (loses !== undefined) return refuseProtected(database, `loses data: ${loses}`, confirm);
  }
}

async function losesRows(migration: Migration): Promise<string | undefined> {
  const down = await recordDirection(migration, 'down');
  if (down.kind === 'unknown') return `the down of ${migration.stem} may, since it is code and not only SQL`;
  const losing = down.statements.find(({ sql }) =>
    /\bDROP\s+(TABLE|COLUMN|SCHEMA|TYPE|MATERIALIZED|SEQUENCE)\b|\bTRUNCATE\b|\bDELETE\s+FROM\b|\bUPDATE\b|\bALTER\s+(COLUMN\s+)?\S+\s+(SET\s+DATA\s+)?TYPE\b|\bDROP\s+(?!CONSTRAINT|INDEX|VIEW|FUNCTION|TRIGGER|POLICY|DEFAULT|NOT)"?\w/i.test(
      sql,
    ),
  );
  return losing === undefined ? undefined : hidePasswords(losing.sql);
}
