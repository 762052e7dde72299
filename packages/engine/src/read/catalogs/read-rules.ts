import type { Rule } from '../../schema/rule';
import type { Catalog, RelationPart } from '../catalog';
import { settleSpelling } from '../spelling/settle-spelling';
import { toEnabled } from './read-triggers';

export async function readRules(
  catalog: Catalog,
  relations: readonly number[],
): Promise<RelationPart<Rule>[]> {
  const rows = await catalog.query<{
    oid: number;
    relation: number;
    name: string;
    definition: string;
    enabled: string;
    comment: string | null;
  }>(
    `SELECT r.oid, r.ev_class AS relation, r.rulename AS name, pg_get_ruledef(r.oid) AS definition,
       r.ev_enabled AS enabled, d.description AS comment
  FROM pg_rewrite r
  LEFT JOIN pg_description d ON d.classoid = 'pg_rewrite'::regclass AND d.objoid = r.oid AND d.objsubid = 0
 WHERE r.ev_class = ANY ($1::oid[]) AND r.rulename <> '_RETURN'`,
    [relations],
  );
  return rows.map(({ oid, relation, name, definition, enabled, comment }) => ({
    oid,
    relation,
    value: { name, definition: settleSpelling(definition), enabled: toEnabled(enabled), comment },
  }));
}
