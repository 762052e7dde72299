import type { Extension } from '../../schema/extension';
import type { Catalog, CatalogObject } from '../catalog';

/** `plpgsql` is in every database. An extension is read wherever its schema is. */
export async function readExtensions(catalog: Catalog): Promise<CatalogObject<Extension>[]> {
  const rows = await catalog.query<{ oid: number; name: string; schema: string }>(
    `SELECT e.oid, e.extname AS name, n.nspname AS schema
       FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
      WHERE e.extname <> 'plpgsql'`,
    [],
  );
  return rows.map(({ oid, name, schema }) => ({ oid, value: { name, schema } }));
}
