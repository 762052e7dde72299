/** SQL: the object is no member of an extension, nor made by Postgres for another object (a range's constructor). */
export function notOfAnExtension(catalogTable: string, oid: string): string {
  return `NOT EXISTS (SELECT FROM pg_depend m
           WHERE m.classid = '${catalogTable}'::regclass AND m.objid = ${oid} AND m.objsubid = 0 AND m.deptype IN ('e', 'i')
             AND (m.deptype = 'e' OR '${catalogTable}' = 'pg_proc'))`;
}
