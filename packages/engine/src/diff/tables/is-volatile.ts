import type { Routine } from '../../schema/routine';
import { unquoted } from '../../sql/unquoted';

/**
 * Whether an expression gives each row a value of its own: it calls a function that is volatile. Names of Postgres's own
 * functions have no schema; of others, one that no model or migration makes is an extension's, and is taken for volatile, as
 * Postgres takes each of which nothing else is said. What stands in a string is no call.
 */
export function isVolatile(expression: string, routines: readonly Routine[]): boolean {
  const calls = expression
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .matchAll(/(?:(\w+|"(?:[^"]|"")+")\.)?(\w+|"(?:[^"]|"")+")\(/g);
  return [...calls].some(([, schema, name = '']) => {
    if (schema === undefined) return volatileFunctions.has(unquoted(name));
    const called = routines.filter(
      (routine) => routine.name === unquoted(name) && routine.schema === unquoted(schema),
    );
    return called.length === 0 || called.some(isDeclaredVolatile);
  });
}

function isDeclaredVolatile({ definition }: Routine): boolean {
  const [head = ''] = definition.split(/^(?:AS |RETURN|BEGIN ATOMIC)/m, 1);
  return !/^ (?:IMMUTABLE|STABLE)\b/m.test(head);
}

/** Postgres's own that somebody may have in a default: less what looks after the server, and what reads tables as XML. */
const volatileFunctions: ReadonlySet<string> = new Set([
  'array_sample',
  'array_shuffle',
  'clock_timestamp',
  'current_query',
  'currval',
  'gen_random_uuid',
  'lastval',
  'nextval',
  'pg_current_wal_flush_lsn',
  'pg_current_wal_insert_lsn',
  'pg_current_wal_lsn',
  'random',
  'random_normal',
  'set_config',
  'setval',
  'timeofday',
  'uuidv4',
  'uuidv7',
]);
