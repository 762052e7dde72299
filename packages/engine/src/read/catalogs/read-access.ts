import { type Access, isAccessTarget, type Privilege } from '../../schema/access';
import { addressKey } from '../../schema/object-address';
import { AddressBook } from '../address-book';
import { compareText } from '../by-name';
import type { Catalog } from '../catalog';
import type { CatalogObjects } from '../catalog-objects';
import { firstUserOid } from './first-user-oid';

interface Row {
  readonly class: string;
  readonly oid: number;
  readonly attribute: number;
  readonly owner: string | null;
  readonly granted: readonly Privilege[] | null;
  readonly revoked: readonly Privilege[] | null;
}

/** Whether anything but columns has another owner or other privileges than usual: most databases have nothing. */
export async function hasAccess(catalog: Catalog): Promise<boolean> {
  const [found] = await catalog.query<{ any: boolean }>(anySql, [catalog.namespaces, [], []]);
  return found?.any === true;
}

export async function readAccess(
  catalog: Catalog,
  objects: CatalogObjects,
  hasAny: boolean,
): Promise<Access[]> {
  const columns = objects.columns.filter(({ hasPrivileges }) => hasPrivileges);
  if (!hasAny && columns.length === 0) return [];
  const rows = await catalog.query<Row>(accessSql, [
    catalog.namespaces,
    columns.map(({ relation }) => relation),
    columns.map(({ attribute }) => attribute),
  ]);
  const book = new AddressBook(objects);
  return rows
    .flatMap((row): readonly Access[] => {
      const on = book.find(row.class, row.oid, row.attribute);
      const { owner, granted, revoked } = row;
      const isUsual = owner === null && granted === null && revoked === null;
      return isUsual || on === undefined || !isAccessTarget(on)
        ? []
        : [{ on, owner, granted: granted ?? [], revoked: revoked ?? [] }];
    })
    .sort((a, b) => compareText(addressKey(a.on), addressKey(b.on)));
}

/** The privileges of one list that are not in another. */
const privileges = (list: string, less: string) => `(
  SELECT json_agg(json_build_object('role', role, 'privilege', privilege_type, 'grantable', is_grantable)
           ORDER BY role, is_grantable, privilege_type)
    FROM (SELECT grantee, privilege_type, is_grantable FROM aclexplode(${list})
          EXCEPT SELECT grantee, privilege_type, is_grantable FROM aclexplode(${less})) found
   CROSS JOIN LATERAL (SELECT CASE WHEN grantee = 0 THEN 'PUBLIC'
                                   WHEN grantee = reader.oid THEN 'CURRENT_USER'
                                   ELSE quote_ident(pg_get_userbyid(grantee)) END AS role) named)`;

/** The schema public is in every new database, and everybody may use it; before Postgres 15, create in it too. */
const sinceFifteen = "current_setting('server_version_num')::int >= 150000";
const ownerOfPublic = `(CASE WHEN ${sinceFifteen} THEN (SELECT oid FROM pg_roles WHERE rolname = 'pg_database_owner') ELSE 10 END)`;
const usualOfPublic = (owner: string) => `(acldefault('n', ${owner})
  || ('=U' || CASE WHEN ${sinceFifteen} THEN '' ELSE 'C' END || '/' || quote_ident(pg_get_userbyid(${owner})))::aclitem)`;

/** Where the owner or the privileges are other than Postgres has them by itself, still to be looked at closely. */
const candidates = `
  SELECT 'pg_class' AS class, oid, 0 AS attribute, relowner AS owner, relacl AS acl,
         CASE WHEN relkind = 'S' THEN 's'::"char" ELSE 'r'::"char" END AS kind
    FROM pg_class
   WHERE relnamespace = ANY ($1::oid[]) AND relkind IN ('r', 'p', 'v', 'm', 'S')
     AND (relacl IS NOT NULL OR relowner <> (SELECT oid FROM reader))
  UNION ALL
  SELECT 'pg_proc', oid, 0, proowner, proacl, 'f'::"char" FROM pg_proc
   WHERE pronamespace = ANY ($1::oid[]) AND oid >= ${firstUserOid} AND (proacl IS NOT NULL OR proowner <> (SELECT oid FROM reader))
  UNION ALL
  SELECT 'pg_type', t.oid, 0, typowner, typacl, 'T'::"char"
    FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
   WHERE typnamespace = ANY ($1::oid[]) AND t.oid >= ${firstUserOid} AND (typacl IS NOT NULL OR typowner <> (SELECT oid FROM reader))
     AND (typtype IN ('e', 'd', 'r') OR c.relkind = 'c')
  UNION ALL
  SELECT 'pg_namespace', oid, 0, nspowner, nspacl, 'n'::"char" FROM pg_namespace
   WHERE oid = ANY ($1::oid[]) AND nspname <> 'public'
     AND (nspacl IS NOT NULL OR nspowner <> (SELECT oid FROM reader))
  UNION ALL
  SELECT 'pg_namespace', n.oid, 0, nspowner, nspacl, 'p'::"char" FROM pg_namespace n
   WHERE n.oid = ANY ($1::oid[]) AND nspname = 'public'
     AND (nspacl IS DISTINCT FROM ${usualOfPublic('nspowner')} OR nspowner <> ${ownerOfPublic})
  UNION ALL
  SELECT 'pg_class', c.oid, a.attnum, c.relowner, a.attacl, 'c'::"char"
    FROM unnest($2::oid[], $3::int2[]) given (relation, attribute)
    JOIN pg_class c ON c.oid = given.relation
    JOIN pg_attribute a ON a.attrelid = given.relation AND a.attnum = given.attribute`;

const reader = 'reader AS (SELECT oid FROM pg_roles WHERE rolname = current_user)';

const anySql = `WITH ${reader} SELECT EXISTS (${candidates}) AS any`;

const accessSql = `WITH ${reader}
SELECT class, t.oid, attribute,
       CASE WHEN owner <> reader.oid AND NOT follows THEN quote_ident(pg_get_userbyid(owner)) END AS owner,
       ${privileges('acl', 'usual')} AS granted, ${privileges('usual', 'acl')} AS revoked
  FROM reader
 CROSS JOIN LATERAL (
   SELECT class, found.oid, attribute, owner, kind, coalesce(acl, usual) AS acl, usual,
          kind = 'c' OR kind = 'p' AND owner = ${ownerOfPublic} OR kind = 's' AND EXISTS (
            SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = found.oid
               AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0) AS follows
     FROM (${candidates}) found
    CROSS JOIN LATERAL (
      SELECT CASE kind WHEN 'p' THEN ${usualOfPublic('owner')} ELSE acldefault(kind, owner) END AS usual) given) t`;
