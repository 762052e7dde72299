import type { Finding, LintRule } from './finding';
import { isMetadata, tableOf } from './table-of';

/** What is known where a statement stands. */
export interface Surroundings {
  /** The migration runs in a transaction. */
  readonly isTransactional: boolean;
  /** Tables and materialized views that this migration makes: no rows are at risk there, and nobody waits. */
  readonly created: ReadonlySet<string>;
  /** Tables of which a check was validated before: by it a column becomes NOT NULL without reading every row. */
  readonly validated: ReadonlySet<string>;
}

/** What is found in a statement of a way up, as `splitStatements` gives it. */
export function lintStatement(statement: string, around: Surroundings): readonly Finding[] {
  const table = tableOf(statement);
  // A name is one word then.
  const words = statement.replace(/"(?:[^"]|"")+"/g, (quoted) => quoted.replaceAll(' ', '_'));
  const known = { statement: words, table: table ?? 'a table', around };
  const isLeftOut = table !== undefined && (around.created.has(table) || isMetadata(table));
  return [...anywhere, ...(isLeftOut ? [] : onRows)].flatMap((rule) => rule(known) ?? []);
}

interface Known {
  readonly statement: string;
  readonly table: string;
  readonly around: Surroundings;
}

type Rule = (known: Known) => Finding | undefined;

function rule(
  level: Finding['level'],
  name: LintRule,
  found: RegExp,
  says: (known: Known) => string | undefined,
): Rule {
  return (known) => {
    const text = found.test(known.statement) ? says(known) : undefined;
    return text === undefined ? undefined : { level, rule: name, says: text };
  };
}

const anywhere: readonly Rule[] = [
  rule(
    'wrong',
    'transaction-control',
    /^(?:BEGIN|START TRANSACTION|COMMIT|END|ABORT|ROLLBACK(?! TO)|PREPARE TRANSACTION)\b/i,
    ({ statement }) =>
      `${firstWords(statement)}: the transaction is the runner's, with its line in the history.`,
  ),
  rule(
    'wrong',
    'needs-no-transaction',
    /^(?:(?:CREATE (?:UNIQUE )?INDEX|DROP INDEX|REINDEX .*) CONCURRENTLY|ALTER TABLE .* DETACH PARTITION .* CONCURRENTLY|VACUUM|ALTER SYSTEM|(?:CREATE|DROP) (?:DATABASE|TABLESPACE))\b/i,
    ({ statement, around }) =>
      around.isTransactional
        ? `${firstWords(statement)} cannot run in a transaction: say readonly transaction = false, in a migration of its own.`
        : undefined,
  ),
  rule(
    'wrong',
    'psql-only',
    /^COPY\b.* FROM STDIN\b/i,
    () => 'COPY … FROM STDIN reads what psql sends after it, and a migration sends nothing: write INSERT.',
  ),
  rule(
    'wrong',
    'psql-only',
    /^\\\S/,
    ({ statement }) => `${firstWords(statement)} is a command of psql, which the server does not know.`,
  ),
  rule('hazard', 'cascade', /^(?:DROP|TRUNCATE|ALTER TABLE .* DROP)\b.* CASCADE$/i, ({ statement }) => {
    return `${firstWords(statement)} … CASCADE drops what it does not name, and no down brings that back.`;
  }),
  rule(
    'hazard',
    'loses-data',
    /^DROP (?:SCHEMA|SEQUENCE|DATABASE)\b/i,
    ({ statement }) => `${statement} loses what it holds.`,
  ),
];

const onRows: readonly Rule[] = [
  rule(
    'wrong',
    'hard-delete',
    /^(?:WITH .*\b)?DELETE FROM\b|^TRUNCATE\b/i,
    ({ statement }) => `${firstWords(statement)} deletes rows for good: archive them.`,
  ),
  rule('hazard', 'loses-data', /^DROP TABLE\b/i, ({ table }) => `The rows of ${table} are gone.`),
  rule(
    'hazard',
    'loses-data',
    /^ALTER TABLE .* DROP (?!CONSTRAINT|DEFAULT|NOT NULL|IDENTITY|EXPRESSION)(?:COLUMN )?/i,
    ({ table }) => `The values of a column of ${table} are gone.`,
  ),
  rule(
    'hazard',
    'breaks-deployed-code',
    /^ALTER TABLE .* RENAME (?!CONSTRAINT)/i,
    ({ table }) => `Code that is deployed now still uses the old name, of ${table} or in it.`,
  ),
  rule(
    'hazard',
    'blocks-writes',
    /^CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY)/i,
    ({ table }) => `Nobody writes ${table} while the index is built: CREATE INDEX CONCURRENTLY lets them.`,
  ),
  rule(
    'hazard',
    'blocks-writes',
    /^ALTER TABLE .* ADD (?:CONSTRAINT \S+ )?(?:FOREIGN KEY|CHECK)\b(?!.* NOT VALID)/i,
    ({ table }) =>
      `Every row of ${table} is checked under a lock: add it NOT VALID, and VALIDATE CONSTRAINT in a second migration.`,
  ),
  rule(
    'hazard',
    'blocks-reads',
    /^ALTER TABLE .* ADD (?:CONSTRAINT \S+ )?(?:UNIQUE|PRIMARY KEY|EXCLUDE)\b(?!.* USING INDEX)/i,
    ({ table }) =>
      `Nobody reads or writes ${table} while its index is built: build that CONCURRENTLY before.`,
  ),
  rule(
    'hazard',
    'blocks-reads',
    /^ALTER TABLE .* ALTER (?:COLUMN )?\S+ (?:SET DATA )?TYPE\b/i,
    ({ table }) => `${table} may be rewritten: nobody reads or writes it meanwhile.`,
  ),
  rule('hazard', 'blocks-reads', /^ALTER TABLE .* SET NOT NULL/i, ({ table, around }) =>
    around.validated.has(table)
      ? undefined
      : `Every row of ${table} is read under a lock, and a NULL makes it fail: validate a check (… IS NOT NULL) before.`,
  ),
  rule(
    'hazard',
    'blocks-reads',
    /^(?:CLUSTER|VACUUM FULL|REINDEX (?!.*CONCURRENTLY)|ALTER TABLE .* (?:SET (?:UN)?LOGGED|SET TABLESPACE|SET ACCESS METHOD))/i,
    ({ table }) => `${table} is rewritten: nobody reads or writes it meanwhile.`,
  ),
  rule(
    'hazard',
    'blocks-reads',
    /^ALTER TABLE .* ADD (?:COLUMN )?(?!CONSTRAINT)\S+ .*(?:\b(?:small|big)?serial\b|GENERATED ALWAYS AS \(.* STORED|GENERATED .* AS IDENTITY|DEFAULT \(*(?:[\w."]*\.)?(?:gen_random_uuid|uuid_generate_v\d\w*|uuidv[47]|random|clock_timestamp|nextval)\()/i,
    ({ table }) =>
      `${table} is rewritten, since each row gets a value of its own: nobody reads or writes it meanwhile.`,
  ),
  rule(
    'hazard',
    'may-fail',
    /^ALTER TABLE .* ADD (?:COLUMN )?(?!CONSTRAINT|CHECK|FOREIGN|UNIQUE|PRIMARY|EXCLUDE)\S+ (?!.*\bDEFAULT\b)(?!.*\bGENERATED\b)(?!.*\bserial\b).*\bNOT NULL\b/i,
    ({ table }) => `It fails where ${table} has rows: the column has no default.`,
  ),
  rule(
    'hazard',
    'blocks-writes',
    /^UPDATE (?!.*\bWHERE\b)/i,
    ({ table }) => `Every row of ${table} is written in one transaction, and stays locked until its end.`,
  ),
];

function firstWords(statement: string): string {
  return statement.split(' ').slice(0, 2).join(' ');
}
