import type { Routine } from '../../schema/routine';

/**
 * Whether an expression gives each row a value of its own: it calls a function that is volatile. What functions are, only
 * Postgres's own are known by name; what stands in a string is no call.
 */
export function isVolatile(expression: string, routines: readonly Routine[]): boolean {
  const calls = expression
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .matchAll(/(?:(\w+|"(?:[^"]|"")+")\.)?(\w+|"(?:[^"]|"")+")\(/g);
  return [...calls].some(([, schema, name = '']) => {
    const called = unquoted(name);
    if (volatileFunctions.has(called)) return true;
    return routines.some(
      (routine) =>
        routine.name === called &&
        (schema === undefined || routine.schema === unquoted(schema)) &&
        !/^ (?:IMMUTABLE|STABLE)\b/m.test(
          routine.definition.split(/^(?:AS |RETURN|BEGIN ATOMIC)/m, 1)[0] ?? '',
        ),
    );
  });
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

/** Of Postgres and of the extensions uuid-ossp and pgcrypto, those that somebody may have in a default. */
const volatileFunctions: ReadonlySet<string> = new Set([
  'array_sample',
  'array_shuffle',
  'clock_timestamp',
  'currval',
  'gen_random_bytes',
  'gen_random_uuid',
  'gen_salt',
  'lastval',
  'nextval',
  'random',
  'random_normal',
  'setval',
  'timeofday',
  'uuid_generate_v1',
  'uuid_generate_v1mc',
  'uuid_generate_v4',
  'uuidv4',
  'uuidv7',
]);
