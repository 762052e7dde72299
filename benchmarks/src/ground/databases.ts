import { Client, escapeIdentifier } from 'pg';
import type { ObjectCounts } from '../schema/count-objects';

/** The databases of the contestants, all on one server. */
export interface Databases {
  readonly admin: Client;
  /** Makes it anew and empty, and gives its URL. */
  create(name: string): Promise<string>;
}

export async function openDatabases(serverUrl: string): Promise<Databases> {
  const admin = new Client({ connectionString: serverUrl });
  // A Ctrl-C ends the server too. The next query then says so; without a listener, this alone would end the process.
  admin.on('error', () => undefined);
  await admin.connect();
  return {
    admin,
    async create(name) {
      const quoted = escapeIdentifier(name);
      await admin.query(`DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`);
      await admin.query(`CREATE DATABASE ${quoted} TEMPLATE template0`);
      const url = new URL(serverUrl);
      url.pathname = `/${encodeURIComponent(name)}`;
      return url.href;
    },
  };
}

/** Runs SQL in one database. */
export async function runSql(url: string, sql: string): Promise<void> {
  await withClient(url, (client) => client.query(sql));
}

/** What is in a database, less the tables in which a tool keeps its own books. */
export async function readObjectCounts(url: string): Promise<ObjectCounts> {
  return queryOne<ObjectCounts>(url, countSql);
}

/** The one row that a query gives. */
export async function queryOne<Row extends object>(url: string, sql: string): Promise<Row> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<Row>(sql);
    const [row] = rows;
    if (row === undefined) throw new Error('the query gave no row');
    return row;
  });
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

// What is generated ends in _<number>; no tool names its own tables so.
const countSql = `
WITH ours AS (
  SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname ~ '_[0-9]+$'
)
SELECT
  (SELECT count(*)::int FROM ours) AS tables,
  (SELECT count(*)::int FROM pg_attribute WHERE attrelid IN (SELECT oid FROM ours) AND attnum > 0 AND NOT attisdropped) AS columns,
  (SELECT count(*)::int FROM pg_index WHERE indrelid IN (SELECT oid FROM ours)) AS indexes,
  (SELECT count(*)::int FROM pg_constraint WHERE conrelid IN (SELECT oid FROM ours) AND contype = 'f') AS "foreignKeys",
  (SELECT count(*)::int FROM pg_type WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace) AS enums`;
