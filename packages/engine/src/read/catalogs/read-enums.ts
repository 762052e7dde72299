import type { EnumType } from '../../schema/user-type';
import type { Catalog, CatalogObject } from '../catalog';
import { notOfAnExtension } from './not-of-an-extension';

export async function readEnums(catalog: Catalog): Promise<CatalogObject<EnumType>[]> {
  const rows = await catalog.query<{
    oid: number;
    schema: string;
    name: string;
    labels: readonly string[];
    comment: string | null;
  }>(
    `SELECT t.oid, n.nspname AS schema, t.typname AS name, coalesce(e.labels, '{}') AS labels, d.description AS comment
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN (SELECT enumtypid, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
               FROM pg_enum GROUP BY enumtypid) e ON e.enumtypid = t.oid
  LEFT JOIN pg_description d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE t.typtype = 'e' AND t.typnamespace = ANY ($1::oid[]) AND ${notOfAnExtension('pg_type', 't.oid')}`,
    [catalog.namespaces],
  );
  return rows.map(({ oid, ...value }) => ({ oid, value }));
}
