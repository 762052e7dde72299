/** SQL: no extension brought the object along. */
export function notOfAnExtension(catalogTable: string, oid: string): string {
  return hasNoDependency(catalogTable, oid, 'e');
}

/** SQL: Postgres did not make the object for another one, as it makes the constructors of a range type. */
export function notMadeForAnother(catalogTable: string, oid: string): string {
  return hasNoDependency(catalogTable, oid, 'i');
}

function hasNoDependency(catalogTable: string, oid: string, deptype: 'e' | 'i'): string {
  return `NOT EXISTS (SELECT FROM pg_depend m
           WHERE m.classid = '${catalogTable}'::regclass AND m.objid = ${oid} AND m.objsubid = 0 AND m.deptype = '${deptype}')`;
}
