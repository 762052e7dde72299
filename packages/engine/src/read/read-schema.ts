import type { ClientBase } from 'pg';
import type { Schema } from '../schema/schema';
import { assembleSchema } from './assemble-schema';
import { type Catalog, catalogOf } from './catalog';
import { readCatalogObjects } from './read-catalog-objects';
import { readDependencies } from './read-dependencies';
import { readNamespaces } from './read-namespaces';
import type { ReadOptions } from './read-options';
import { readTypeormMetadata } from './read-typeorm-metadata';
import { readUnmodelled } from './read-unmodelled';

export type { ReadOptions };

/** Reads the schema of a database, in one snapshot. The client must not be in a transaction. */
export async function readSchema(client: ClientBase, options: ReadOptions = {}): Promise<Schema> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    return await readSchemaInTransaction(client, options);
  } finally {
    await client.query('ROLLBACK');
  }
}

/**
 * What Postgres spells differently by setting is spelt in one way: names are qualified unless in `pg_catalog`, dates are
 * ISO, times UTC. Compiling the queries would cost more than it gains.
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
};

/** The same in a transaction of the caller, whose settings are as before afterwards. */
export async function readSchemaInTransaction(
  client: ClientBase,
  options: ReadOptions = {},
): Promise<Schema> {
  await client.query('SAVEPOINT retort_read');
  await client.query(
    'SELECT set_config(name, value, true) FROM unnest($1::text[], $2::text[]) AS setting (name, value)',
    [Object.keys(settings), Object.values(settings)],
  );
  const namespaces = await readNamespaces(client, options.schemas ?? null);
  const catalog: Catalog = catalogOf(client, {
    major: await readMajorVersion(client),
    namespaces: namespaces.map(({ oid }) => oid),
    prepared: options.prepared ?? false,
  });
  const objects = await readCatalogObjects(catalog, namespaces, options);
  const schema = {
    ...assembleSchema(objects),
    typeormMetadata:
      objects.typeormMetadata === undefined
        ? null
        : await readTypeormMetadata(catalog, objects.typeormMetadata),
    unmodelled: options.only === undefined ? await readUnmodelled(catalog) : [],
    dependencies: options.only === undefined ? await readDependencies(catalog, objects) : [],
  };
  // Going back to the savepoint, not releasing it, is what restores the settings.
  await client.query('ROLLBACK TO SAVEPOINT retort_read');
  await client.query('RELEASE SAVEPOINT retort_read');
  return schema;
}

async function readMajorVersion(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ major: number }>(
    "SELECT current_setting('server_version_num')::int / 10000 AS major",
  );
  const major = rows[0]?.major;
  if (major === undefined) {
    throw new Error('the server told no version');
  }
  return major;
}
