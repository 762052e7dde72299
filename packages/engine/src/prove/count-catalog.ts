import type { ClientBase } from 'pg';

/** What a migration may leave behind leaves a row in one of these, or is recorded in `pg_depend`. */
const catalogs = [
  ...['pg_attrdef', 'pg_class', 'pg_constraint', 'pg_depend', 'pg_description', 'pg_enum', 'pg_extension'],
  ...['pg_index', 'pg_inherits', 'pg_namespace', 'pg_policy', 'pg_proc', 'pg_range', 'pg_rewrite'],
  ...['pg_sequence', 'pg_statistic_ext', 'pg_trigger', 'pg_type'],
];

const counts = [
  ...catalogs.map((catalog) => `(SELECT count(*) FROM pg_catalog.${catalog})`),
  // The place of a dropped column stays taken, and nothing else of it.
  '(SELECT count(*) FROM pg_catalog.pg_attribute WHERE NOT attisdropped)',
].join(', ');

/**
 * How many rows the catalogs of a database have, as one text: of two moments between which something was made and taken
 * away again, it is the same where nothing was left, of whatever kind.
 *
 * @see https://www.postgresql.org/docs/current/catalogs.html
 */
export async function countCatalog(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ counts: string }>(`SELECT concat_ws(' ', ${counts}) AS counts`);
  return rows[0]?.counts ?? '';
}
