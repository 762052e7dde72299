import { groupBy } from '../../schema/group-by';
import type { Domain, DomainCheck } from '../../schema/user-type';
import { sortByName } from '../by-name';
import type { Catalog, CatalogObject } from '../catalog';
import { settleSpelling } from '../spelling/settle-spelling';
import { type DataTypeRow, dataTypeColumns, dataTypeJoins, toDataType } from './data-type-sql';
import { notOfAnExtension } from './not-of-an-extension';

interface Row extends DataTypeRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly collation_schema: string | null;
  readonly collation_name: string | null;
  readonly not_null: boolean;
  readonly default: string | null;
  readonly comment: string | null;
}

/** A check of a domain, with the oid of the domain. */
interface CheckRow extends DomainCheck {
  readonly oid: number;
  readonly domain: number;
}

export interface CatalogDomain extends CatalogObject<Domain> {
  /** The oids in `pg_constraint` of its checks. */
  readonly checks: readonly number[];
}

export async function readDomains(catalog: Catalog): Promise<CatalogDomain[]> {
  const rows = await catalog.query<Row>(
    `SELECT t.oid, n.nspname AS schema, t.typname AS name, ${dataTypeColumns('t.typbasetype', 't.typtypmod')},
       collation_ns.nspname AS collation_schema, coll.collname AS collation_name, t.typnotnull AS not_null,
       pg_get_expr(t.typdefaultbin, 0) AS default, d.description AS comment
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  ${dataTypeJoins('t.typbasetype')}
  LEFT JOIN pg_collation coll ON coll.oid = t.typcollation AND t.typcollation <> declared.typcollation
  LEFT JOIN pg_namespace collation_ns ON collation_ns.oid = coll.collnamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE t.typtype = 'd' AND t.typnamespace = ANY ($1::oid[]) AND ${notOfAnExtension('pg_type', 't.oid')}`,
    [catalog.namespaces],
  );
  const checks = groupBy(rows.length === 0 ? [] : await readChecks(catalog, rows), ({ domain }) => domain);
  return rows.map((row) => {
    const own = checks.get(row.oid) ?? [];
    return {
      oid: row.oid,
      checks: own.map(({ oid }) => oid),
      value: {
        schema: row.schema,
        name: row.name,
        type: toDataType(row),
        collation:
          row.collation_schema === null || row.collation_name === null
            ? null
            : { schema: row.collation_schema, name: row.collation_name },
        notNull: row.not_null,
        default: row.default === null ? null : settleSpelling(row.default),
        checks: sortByName(
          own.map(({ oid: _oid, domain: _domain, ...check }) => ({
            ...check,
            expression: settleSpelling(check.expression),
            definition: settleSpelling(check.definition),
          })),
        ),
        comment: row.comment,
      },
    };
  });
}

async function readChecks(catalog: Catalog, domains: readonly Row[]): Promise<readonly CheckRow[]> {
  return catalog.query<CheckRow>(
    `SELECT con.oid, con.contypid AS domain, con.conname AS name, pg_get_expr(con.conbin, 0) AS expression,
       pg_get_constraintdef(con.oid) AS definition, con.convalidated AS validated, d.description AS comment
  FROM pg_constraint con
  LEFT JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = con.oid AND d.objsubid = 0
 WHERE con.contypid = ANY ($1::oid[]) AND con.contype = 'c'`,
    [domains.map(({ oid }) => oid)],
  );
}
