import { Client } from 'pg';

/** What the schema `public` has, less TypeORM's own table, in lines that are equal when it is. */
export async function readCatalog(url: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(`
      WITH ours AS (
        SELECT oid, relname, relkind FROM pg_class
         WHERE relnamespace = 'public'::regnamespace
           AND oid IS DISTINCT FROM to_regclass('public.migrations')
           AND oid IS DISTINCT FROM to_regclass('public.migrations_id_seq')
           AND oid NOT IN (SELECT indexrelid FROM pg_index WHERE indrelid = to_regclass('public.migrations'))
      )
      SELECT line FROM (
        SELECT format('%s %s', relkind, relname) FROM ours
        UNION ALL
        SELECT format('column %s.%s %s %s %s', relname, attname, format_type(atttypid, atttypmod), attnotnull,
                      pg_get_expr(adbin, adrelid))
          FROM ours JOIN pg_attribute ON attrelid = ours.oid AND attnum > 0 AND NOT attisdropped
          LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
         WHERE relkind <> 'i'
        UNION ALL
        SELECT format('constraint %s %s %s', relname, conname, pg_get_constraintdef(pg_constraint.oid))
          FROM ours JOIN pg_constraint ON conrelid = ours.oid
        UNION ALL
        SELECT pg_get_indexdef(oid) FROM ours WHERE relkind = 'i'
        UNION ALL
        SELECT format('function %s', proname) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION ALL
        SELECT format('trigger %s %s', relname, pg_get_triggerdef(pg_trigger.oid))
          FROM ours JOIN pg_trigger ON tgrelid = ours.oid AND NOT tgisinternal
        UNION ALL
        SELECT format('type %s', typname) FROM pg_type
         WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd', 'r')
        UNION ALL
        SELECT format('extension %s', extname) FROM pg_extension WHERE extname <> 'plpgsql'
      ) AS lines (line) ORDER BY line COLLATE "C"`);
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}
