import { addressKey } from '../../schema/object-address';
import type { UnmodelledNeed } from '../../schema/unmodelled-need';
import { AddressBook } from '../address-book';
import { compareText } from '../by-name';
import type { Catalog } from '../catalog';
import type { CatalogObjects } from '../catalog-objects';
import { firstUserOid } from './first-user-oid';
import { classOf, inSchemas, outsideSchemas } from './unmodelled-catalogs';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly on_class: string;
  readonly on_oid: number;
  readonly on_attribute: number;
  readonly goes_along: boolean;
}

/** What the things that are not compared stand on, of what is. */
export async function readUnmodelledNeeds(
  catalog: Catalog,
  objects: CatalogObjects,
): Promise<UnmodelledNeed[]> {
  const rows = await catalog.query<Row>(needsSql, []);
  const book = new AddressBook(objects);
  return rows
    .flatMap(({ kind, name, on_class, on_oid, on_attribute, goes_along }) => {
      const on = book.find(on_class, on_oid, on_attribute);
      return on === undefined ? [] : [{ kind, name, on, goesAlong: goes_along }];
    })
    .sort(
      (a, b) =>
        compareText(a.kind, b.kind) ||
        compareText(a.name, b.name) ||
        compareText(addressKey(a.on), addressKey(b.on)),
    );
}

const classes = (tables: readonly string[]) => tables.map(classOf).join(', ');

/** Of an operator class and a publication, what they consist of depends too. */
const dependents = [...inSchemas, ...outsideSchemas, 'pg_publication_rel', 'pg_amop', 'pg_amproc'];

/** A foreign table, and one of a type, is in `pg_class` like those that are compared. */
const needsSql = `SELECT i.type AS kind, i.identity AS name, on_class, on_oid, on_attribute, goes_along
  FROM (SELECT DISTINCT d.classid, d.objid, d.objsubid, d.refclassid::regclass::text AS on_class,
               coalesce(element.oid, d.refobjid) AS on_oid, d.refobjsubid AS on_attribute, d.deptype = 'a' AS goes_along
          FROM pg_depend d
          LEFT JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
          LEFT JOIN pg_type array_type ON d.refclassid = 'pg_type'::regclass AND array_type.oid = d.refobjid
          LEFT JOIN pg_type element ON element.oid = array_type.typelem AND element.typarray = array_type.oid
         WHERE d.deptype IN ('n', 'a') AND d.refobjid >= ${firstUserOid}
           AND d.refclassid IN (${classes(['pg_class', 'pg_proc', 'pg_type', 'pg_namespace'])})
           AND (d.classid IN (${classes(dependents)}) OR c.relkind = 'f' OR c.reloftype <> 0
                -- Postgres 15 and newer: the tables of a schema.
                OR d.classid = to_regclass('pg_catalog.pg_publication_namespace'))
           AND NOT EXISTS (SELECT FROM pg_depend m
                 WHERE m.classid = d.classid AND m.objid = d.objid AND m.objsubid = 0 AND m.deptype = 'e')) needs
 CROSS JOIN LATERAL pg_identify_object(classid, objid, objsubid) i`;
