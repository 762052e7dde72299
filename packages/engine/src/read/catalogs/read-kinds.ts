import type { Send } from '../send-in-turn';
import { firstUserOid } from './first-user-oid';

/** Kinds of which many databases hold nothing. */
export type RareKind =
  | 'sequence'
  | 'enum'
  | 'domain'
  | 'range'
  | 'routine'
  | 'statistics'
  | 'trigger'
  | 'rule'
  | 'policy';

/** A catalog, and which of its rows may be of the kind: more rather than fewer. */
const rows: Readonly<Record<RareKind, string>> = {
  sequence: 'pg_sequence',
  enum: typesOf('e'),
  domain: typesOf('d'),
  range: typesOf('r'),
  routine: `pg_proc WHERE oid >= ${firstUserOid}`,
  statistics: 'pg_statistic_ext',
  trigger: 'pg_trigger WHERE NOT tgisinternal',
  rule: `pg_rewrite WHERE oid >= ${firstUserOid} AND rulename <> '_RETURN'`,
  policy: 'pg_policy',
};

function typesOf(typtype: string): string {
  return `pg_type WHERE oid >= ${firstUserOid} AND typtype = '${typtype}'`;
}

const sql = `SELECT ${Object.entries(rows)
  .map(([kind, found]) => `EXISTS (SELECT FROM ${found}) AS "${kind}"`)
  .join(',\n       ')}`;

/**
 * The kinds of which there may be something in the database: to compile a query costs more than to ask this of all, where
 * the database is small.
 */
export async function readKinds(send: Send): Promise<ReadonlySet<RareKind>> {
  const { rows: answers } = await send<Record<RareKind, boolean>>({ text: sql });
  const [answer] = answers;
  if (answer === undefined) throw new Error('the server told no kinds');
  const kinds = Object.keys(rows) as RareKind[];
  return new Set(kinds.filter((kind) => answer[kind]));
}
