import type { Dependency } from '../../schema/dependency';
import {
  addressKey,
  type NamedAddress,
  type ObjectAddress,
  type PartAddress,
} from '../../schema/object-address';
import { AddressBook } from '../address-book';
import { compareText } from '../by-name';
import type { Catalog } from '../catalog';
import type { CatalogObjects } from '../catalog-objects';
import { firstUserOid } from './first-user-oid';

export interface DependencyRow {
  readonly class: string;
  readonly oid: number;
  readonly attribute: number;
  readonly on_class: string;
  readonly on_oid: number;
  readonly on_attribute: number;
  readonly on_extension: number | null;
  readonly deptype: string;
}

const catalogTables = [
  'pg_class',
  'pg_attrdef',
  'pg_constraint',
  'pg_proc',
  'pg_type',
  'pg_rewrite',
  'pg_trigger',
  'pg_policy',
  'pg_statistic_ext',
];

/** What `pg_depend` says: what it is about is known when the objects are. */
export function readDependencyRows(catalog: Catalog): Promise<readonly DependencyRow[]> {
  return catalog.query<DependencyRow>(dependenciesSql, []);
}

export function dependenciesOf(objects: CatalogObjects, rows: readonly DependencyRow[]): Dependency[] {
  const book = new AddressBook(objects);
  const found = new Map<string, Dependency>();
  for (const row of rows) {
    const address = book.find(row.class, row.oid, row.attribute);
    const on =
      row.on_extension === null
        ? book.find(row.on_class, row.on_oid, row.on_attribute)
        : book.find('pg_extension', row.on_extension, 0);
    if (address === undefined || on === undefined || followsFromTheShape(address, on)) {
      continue;
    }
    const generated = isGeneratedColumn(address, on);
    const dependent: ObjectAddress = generated ? { ...address, kind: 'default' } : address;
    const key = `${addressKey(dependent)} ${addressKey(on)}`;
    const kind = generated || row.deptype === 'n' || found.get(key)?.kind === 'normal' ? 'normal' : 'auto';
    found.set(key, { dependent, on, kind });
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, dependency]) => dependency);
}

const classes = catalogTables.map((table) => `'${table}'::regclass`).join(', ');

const dependenciesSql = `SELECT d.classid::regclass::text AS class, d.objid AS oid, d.objsubid AS attribute,
       d.refclassid::regclass::text AS on_class, coalesce(element.oid, d.refobjid) AS on_oid,
       d.refobjsubid AS on_attribute, m.refobjid AS on_extension, d.deptype
  FROM pg_depend d
  LEFT JOIN pg_class dependent ON d.classid = 'pg_class'::regclass AND dependent.oid = d.objid
  LEFT JOIN pg_class target ON d.refclassid = 'pg_class'::regclass AND target.oid = d.refobjid
  LEFT JOIN pg_type array_type ON d.refclassid = 'pg_type'::regclass AND array_type.oid = d.refobjid
  LEFT JOIN pg_type element ON element.oid = array_type.typelem AND element.typarray = array_type.oid
  LEFT JOIN pg_depend m ON m.classid = d.refclassid AND m.objid = coalesce(element.oid, d.refobjid) AND m.deptype = 'e'
 WHERE d.deptype IN ('n', 'a') AND d.refobjid >= ${firstUserOid}
   AND d.classid IN (${classes}) AND d.refclassid IN (${classes})
   AND CASE d.classid
         WHEN 'pg_class'::regclass THEN
           -- Of an index that has neither expressions nor a predicate, its keys say everything.
           CASE WHEN dependent.relkind IN ('i', 'I') THEN d.objid IN (
                  SELECT indexrelid FROM pg_index WHERE indexprs IS NOT NULL OR indpred IS NOT NULL)
                WHEN dependent.relkind = 'S' THEN d.refclassid <> 'pg_class'::regclass
                ELSE dependent.relkind <> 't' END
         WHEN 'pg_constraint'::regclass THEN target.oid IS NULL OR target.relkind IN ('i', 'I')
         ELSE true END`;

/** Before Postgres 15 it is the generated column itself, not its expression, that needs the columns that it reads. */
function isGeneratedColumn(dependent: ObjectAddress, on: ObjectAddress): dependent is PartAddress {
  return dependent.kind === 'column' && on.kind === 'column';
}

/** A part and its whole, a default and the column that it is of, a view and its own columns. */
function followsFromTheShape(dependent: ObjectAddress, on: ObjectAddress): boolean {
  if (addressKey(dependent) === addressKey(on)) {
    return true;
  }
  if ('relation' in dependent && 'relation' in on) {
    return (
      dependent.kind === 'default' &&
      on.kind === 'column' &&
      dependent.schema === on.schema &&
      dependent.relation === on.relation &&
      dependent.name === on.name
    );
  }
  if ('relation' in dependent) {
    return isRelation(on) && on.schema === dependent.schema && on.name === dependent.relation;
  }
  return (
    'relation' in on &&
    isRelation(dependent) &&
    dependent.schema === on.schema &&
    dependent.name === on.relation
  );
}

function isRelation(address: ObjectAddress): address is NamedAddress {
  switch (address.kind) {
    case 'table':
    case 'view':
    case 'materializedView':
    case 'composite':
      return true;
    default:
      return false;
  }
}
