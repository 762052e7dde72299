import type { ClientBase } from 'pg';
import type { Schema } from '../schema/schema';
import { assembleSchema } from './assemble-schema';
import { type Catalog, catalogOf } from './catalog';
import { hasAccess, readAccess } from './catalogs/read-access';
import { dependenciesOf, readDependencyRows } from './catalogs/read-dependencies';
import { readKinds } from './catalogs/read-kinds';
import { readNamespaces } from './catalogs/read-namespaces';
import { readTypeormMetadata } from './catalogs/read-typeorm-metadata';
import { readUnmodelled } from './catalogs/read-unmodelled';
import { readUnmodelledNeeds } from './catalogs/read-unmodelled-needs';
import { readCatalogObjects } from './read-catalog-objects';
import type { ReadOptions } from './read-options';
import { type Send, sendInTurn } from './send-in-turn';
import { together } from './together';

export type { ReadOptions };

/** Reads the schema of a database, in one snapshot. The client must not be in a transaction. */
export async function readSchema(client: ClientBase, options: ReadOptions = {}): Promise<Schema> {
  const send = sendInTurn(client);
  try {
    return await readSnapshot(send, options, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  } finally {
    await end(client, 'ROLLBACK');
  }
}

/** The same in a transaction of the caller, whose settings are as before afterwards. */
export async function readSchemaInTransaction(
  client: ClientBase,
  options: ReadOptions = {},
): Promise<Schema> {
  const send = sendInTurn(client);
  const schema = await readSnapshot(send, options, 'SAVEPOINT retort_read');
  // Going back to the savepoint, not releasing it, is what restores the settings.
  await end(client, 'ROLLBACK TO SAVEPOINT retort_read; RELEASE SAVEPOINT retort_read');
  return schema;
}

/** What is sent after it comes after it: nobody waits where that needs no answer. Who has lost the connection hears of it then. */
async function end(client: ClientBase & { readonly pipeline?: boolean }, statement: string): Promise<void> {
  const ended = client.query(statement);
  if (client.pipeline === true) ended.catch(() => undefined);
  else await ended;
}

/**
 * What Postgres spells differently by setting is spelt in one way: names are qualified unless in `pg_catalog`, dates are
 * ISO, times UTC. Compiling the queries would cost more than it gains. A large catalog takes the time that it takes.
 */
const settings = {
  search_path: '',
  datestyle: 'ISO, MDY',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  extra_float_digits: '1',
  bytea_output: 'hex',
  quote_all_identifiers: 'off',
  standard_conforming_strings: 'on',
  jit: 'off',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  // There since Postgres 17: what a server does not know is not set.
  transaction_timeout: '0',
};

async function readSnapshot(send: Send, options: ReadOptions, begin: string): Promise<Schema> {
  const set = {
    text: `SELECT set_config(name, value, true) FROM unnest($1::text[], $2::text[]) AS setting (name, value)
            WHERE current_setting(name, true) IS NOT NULL`,
    values: [Object.keys(settings), Object.values(settings)],
  };
  const [, , namespaces, kinds, major] = await together(
    send({ text: begin }),
    send(set),
    readNamespaces(send, options.schemas ?? null),
    readKinds(send),
    readMajorVersion(send),
  );
  const catalog: Catalog = catalogOf(send, {
    major,
    kinds,
    prepared: options.prepared ?? false,
    namespaces: namespaces.map(({ oid }) => oid),
  });
  const isWhole = options.only === undefined;
  const [objects, unmodelled, hasAny, dependencies] = await together(
    readCatalogObjects(catalog, namespaces, options),
    isWhole ? readUnmodelled(catalog) : Promise.resolve([]),
    hasAccess(catalog),
    isWhole ? readDependencyRows(catalog) : Promise.resolve([]),
  );
  // Of most databases nothing is left to ask.
  const { typeormMetadata: metadata } = objects;
  const [typeormMetadata, access, unmodelledNeeds] = await together(
    metadata === undefined ? Promise.resolve(null) : readTypeormMetadata(catalog, metadata),
    readAccess(catalog, objects, hasAny),
    unmodelled.length > 0 ? readUnmodelledNeeds(catalog, objects) : Promise.resolve([]),
  );
  return {
    ...assembleSchema(objects),
    typeormMetadata,
    unmodelled,
    unmodelledNeeds,
    access,
    dependencies: dependenciesOf(objects, dependencies),
  };
}

async function readMajorVersion(send: Send): Promise<number> {
  const { rows } = await send<{ major: number }>({
    text: "SELECT current_setting('server_version_num')::int / 10000 AS major",
  });
  const major = rows[0]?.major;
  if (major === undefined) {
    throw new Error('the server told no version');
  }
  return major;
}
