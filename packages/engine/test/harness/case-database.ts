import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { type Client, escapeIdentifier } from 'pg';
import { withConnection } from '../../src/connect/connect';
import { createDesired } from '../../src/desired/create-desired';
import type { Statement } from '../../src/operations/statement';
import { readSchema } from '../../src/read/read-schema';
import type { Schema } from '../../src/schema/schema';
import type { CaseModels } from './case-folder';

/** Where and how a case runs. */
export interface Place {
  readonly serverUrl: string;
  /** `public`, or one with a name that needs care. */
  readonly schema: string;
  /** In the forms that do not block. */
  readonly online: boolean;
}

/** The models of a case as planMigration takes them. */
export function modelsIn({ schema }: Place, { entities, options = {}, sql = () => [] }: CaseModels) {
  // Expressions are written without a schema: of views, defaults, rows and checks.
  const searchPath = `-c search_path=${escapeIdentifier(schema).replaceAll(' ', '\\ ')},public`;
  const elsewhere = { schema, extra: { options: searchPath } };
  return {
    entities: { ...(schema === 'public' ? {} : elsewhere), ...options, entities },
    sql: [...sql(escapeIdentifier(schema))],
  };
}

/** A database that holds what the models mean, as TypeORM itself would have made it. */
export async function createCaseDatabase(
  place: Place,
  models: CaseModels,
  like?: Schema,
): Promise<TestDatabase> {
  const database = await createTestDatabase({ serverUrl: place.serverUrl });
  await setSearchPath(place, database);
  const { entities, sql } = modelsIn(place, models);
  const isEmpty = place.schema === 'public' && entities.entities.length === 0 && sql.length === 0;
  if (!isEmpty) await createDesired(database.url, { entities, sql, ...(like === undefined ? {} : { like }) });
  return database;
}

export async function cloneDatabase(place: Place, database: TestDatabase): Promise<TestDatabase> {
  const clone = await createTestDatabase({ serverUrl: place.serverUrl, template: nameOf(database) });
  await setSearchPath(place, clone);
  return clone;
}

async function setSearchPath({ serverUrl, schema }: Place, database: TestDatabase): Promise<void> {
  if (schema === 'public') return;
  await withConnection(serverUrl, async (client) => {
    const name = escapeIdentifier(nameOf(database));
    await client.query(`ALTER DATABASE ${name} SET search_path = ${escapeIdentifier(schema)}, public`);
  });
}

function nameOf({ url }: TestDatabase): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

export function readDatabase({ url }: TestDatabase): Promise<Schema> {
  return withConnection(url, (client) => readSchema(client));
}

export function runSql({ url }: TestDatabase, sql: string): Promise<void> {
  return withConnection(url, async (client) => {
    await client.query(sql);
  });
}

export function runStatements({ url }: TestDatabase, statements: readonly Statement[]): Promise<void> {
  return withConnection(url, (client) => runStatementsOn(client, statements));
}

/** As the runner does: what is transactional in one transaction, the rest by itself. */
export async function runStatementsOn(client: Client, statements: readonly Statement[]): Promise<void> {
  let open = false;
  for (const { sql, transactional } of statements) {
    if (transactional !== open) {
      await client.query(open ? 'COMMIT' : 'BEGIN');
      open = !open;
    }
    await runOne(client, sql);
  }
  if (open) {
    await client.query('COMMIT');
  }
}

async function runOne(client: Client, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : cause}\nin ${sql}`, { cause });
  }
}

/** The statements of a file, each of which must return one row with one `true`. */
export async function findFailedChecks(client: Client, file: string): Promise<string[]> {
  const failed: string[] = [];
  for (const query of file.split(/;\s*$/m).filter((text) => text.trim() !== '')) {
    const { rows } = await client.query(query);
    if (rows.length !== 1 || Object.values(rows[0])[0] !== true) {
      failed.push(`${query.trim()}\nreturned ${JSON.stringify(rows)}`);
    }
  }
  return failed;
}
