import type { Namespace } from '../../schema/namespace';
import type { CatalogObject } from '../catalog';
import type { Send } from '../send-in-turn';

/** The schemas that are not Postgres's own nor an extension's; of these, those that are asked for. */
export async function readNamespaces(
  send: Send,
  names: readonly string[] | null,
): Promise<CatalogObject<Namespace>[]> {
  const { rows } = await send<{ oid: number; name: string; comment: string | null }>({
    text: `SELECT n.oid, n.nspname AS name, d.description AS comment
       FROM pg_namespace n
       LEFT JOIN pg_description d ON d.classoid = 'pg_namespace'::regclass AND d.objoid = n.oid AND d.objsubid = 0
      WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
        AND ($1::text[] IS NULL OR n.nspname = ANY ($1))
        AND NOT EXISTS (SELECT FROM pg_depend m
              WHERE m.classid = 'pg_namespace'::regclass AND m.objid = n.oid AND m.deptype = 'e')`,
    values: [names],
  });
  return rows.map(({ oid, name, comment }) => ({
    oid,
    value: { name, comment: namespaceComment(name, comment) },
  }));
}

/** A new database says this of `public`; whoever drops and makes it again says nothing. */
function namespaceComment(name: string, comment: string | null): string | null {
  return name === 'public' && comment === 'standard public schema' ? null : comment;
}
