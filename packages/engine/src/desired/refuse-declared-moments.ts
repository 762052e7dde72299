import type { ClientBase } from 'pg';
import { RetortError } from '../errors/retort-error';
import { join, literal, sql, trusted } from '../sql/sql';
import { type DeclaredSql, declaredPath, declaredText } from './declared-sql';
import { readOnce, writtenMoments } from './refuse-moments';

/** Whether it may be that a moment is written as a text: then what it makes has to be looked at. */
export function mayNameMoment(declared: DeclaredSql): boolean {
  return /'\W*(?:now|today|tomorrow|yesterday)\b/i.test(declaredText(declared));
}

export async function readClock(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ now: string }>('SELECT clock_timestamp()::text AS now');
  return rows[0]?.now ?? '';
}

/** Refuses a default that is the moment at which it was made, read by Postgres of a text such as 'now'. */
export async function refuseDeclaredMoments(
  client: ClientBase,
  declared: DeclaredSql,
  since: string,
): Promise<void> {
  const { rows } = await client.query<Default>(defaultsOfTimes);
  for (const one of rows) {
    // What is written as it is, is the same each time.
    const [, value = ''] = /^'([^']*)'/.exec(one.expression) ?? [];
    if (declaredText(declared).includes(value)) continue;
    const moment = await momentOf(client, one, since);
    if (moment === undefined) continue;
    throw new RetortError({
      what: `The default of ${one.name} is a moment written as a text, which ${readOnce}.`,
      at: declaredPath(declared),
      next: `Write DEFAULT ${writtenMoments[moment]}`,
    });
  }
}

interface Default {
  readonly name: string;
  readonly type: string;
  readonly expression: string;
}

const defaultsOfTimes = `
  SELECT name, type, expression
    FROM (SELECT concat_ws('.', nullif(schema.nspname, 'public'), relation.relname, attname) AS name,
                 format_type(atttypid, NULL) AS type, pg_get_expr(adbin, adrelid) AS expression, atttypid AS oid
            FROM pg_attrdef
            JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum
            JOIN pg_class AS relation ON relation.oid = attrelid
            JOIN pg_namespace AS schema ON schema.oid = relnamespace
           UNION ALL
          SELECT concat_ws('.', nullif(schema.nspname, 'public'), typname),
                 format_type(typbasetype, NULL), typdefault, typbasetype
            FROM pg_type
            JOIN pg_namespace AS schema ON schema.oid = typnamespace
           WHERE typtype = 'd') AS known
   WHERE oid = ANY ('{date,time,timetz,timestamp,timestamptz}'::regtype[]) AND expression ~ '^''[^'']*''::[^(]'
   ORDER BY name`;

/** Which moment it is; what was rounded may be a second off. */
async function momentOf(
  client: ClientBase,
  { type: name, expression }: Default,
  since: string,
): Promise<keyof typeof writtenMoments | undefined> {
  const [is, type] = [sql`(${trusted(expression)})`, trusted(name)];
  const days = name.startsWith('time ') ? [] : (['today', 'tomorrow', 'yesterday'] as const);
  const isDay = days.map((day) => sql`WHEN ${is} = ${literal(day)}::${type} THEN ${literal(day)}`);
  const isNow = sql`WHEN ${is} BETWEEN (${literal(since)}::timestamptz - interval '1 s')::${type}
    AND (clock_timestamp() + interval '1 s')::${type} THEN 'now'`;
  const { rows } = await client.query<{ moment: keyof typeof writtenMoments | null }>(
    sql`SELECT CASE ${join([...isDay, isNow], ' ')} END AS moment`.text,
  );
  return rows[0]?.moment ?? undefined;
}
