/** One statement that a migration gave to its query runner. */
export interface StatementRun {
  readonly sql: string;
  readonly parameters?: readonly Parameter[];
}

/** As JSON keeps it, and as Postgres takes it. */
export type Parameter = string | number | boolean | null;

/** The statements of a direction, or why they cannot be known without running it. */
export type Recorded =
  | { readonly kind: 'known'; readonly statements: readonly StatementRun[] }
  | { readonly kind: 'unknown'; readonly because: string };

export function statementRun(sql: string, parameters: readonly unknown[] | undefined): StatementRun {
  return parameters === undefined || parameters.length === 0
    ? { sql }
    : { sql, parameters: parameters.map(toParameter) };
}

/** JSON knows no date, no bytes, no bigint, no NaN: they are kept as `pg` sends them. */
function toParameter(value: unknown): Parameter {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  const { prepareValue }: { prepareValue(given: unknown): string | Buffer | null } = require('pg/lib/utils');
  const sent = prepareValue(value);
  return Buffer.isBuffer(sent) ? `\\x${sent.toString('hex')}` : sent;
}
