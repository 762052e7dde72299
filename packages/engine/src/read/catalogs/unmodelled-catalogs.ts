/** Catalogs of which the model knows no object; each of their objects depends on its schema, as `pg_depend` says. */
export const inSchemas: readonly string[] = [
  'pg_operator',
  'pg_opclass',
  'pg_opfamily',
  'pg_collation',
  'pg_conversion',
  'pg_ts_config',
  'pg_ts_dict',
  'pg_ts_parser',
  'pg_ts_template',
];

/** The same of those outside schemas. */
export const outsideSchemas: readonly string[] = [
  'pg_cast',
  'pg_event_trigger',
  'pg_publication',
  'pg_foreign_data_wrapper',
  'pg_foreign_server',
  'pg_language',
  'pg_transform',
  'pg_am',
];

/** SQL: the number that `pg_depend` has for a catalog. */
export function classOf(catalogTable: string): string {
  return `'${catalogTable}'::regclass`;
}
