/** One small migration, before any tool's own form. */
export interface Step {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly slug: string;
  readonly up: string;
  readonly down: string;
}

const tableCount = 10;
const firstTimestamp = 1_700_000_000_000;

/** The first makes a few tables; each of the others adds a column to one of them. */
export function makeSteps(count: number): readonly Step[] {
  return Array.from({ length: count }, (_, number) => {
    const timestamp = firstTimestamp + number * 1000;
    return number === 0
      ? { timestamp, ...createTables() }
      : { timestamp, ...addColumn(number, `table_${number % tableCount}`) };
  });
}

function createTables() {
  const numbers = Array.from({ length: tableCount }, (_, number) => number);
  return {
    slug: 'create_tables',
    up: numbers.map((number) => `CREATE TABLE table_${number} (id integer PRIMARY KEY);`).join('\n'),
    down: numbers.map((number) => `DROP TABLE table_${number};`).join('\n'),
  };
}

function addColumn(number: number, table: string) {
  return {
    slug: `add_column_${number}`,
    up: `ALTER TABLE ${table} ADD COLUMN column_${number} integer;`,
    down: `ALTER TABLE ${table} DROP COLUMN column_${number};`,
  };
}

/** The SQL that counts what the steps have made: the tables, and a column of each step but the first. */
export const countStepsSql = `SELECT count(*)::int AS steps FROM pg_attribute
  WHERE attrelid IN (SELECT oid FROM pg_class WHERE relname ~ '^table_[0-9]$' AND relkind = 'r')
  AND attname ~ '^column_[0-9]+$' AND NOT attisdropped`;
