const name = String.raw`(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;
const qualified = `(${name}(?:\\.${name})*)`;

const forms = [
  `^(?:ALTER|CREATE(?: UNLOGGED)?|DROP) TABLE (?:IF (?:NOT )?EXISTS )?(?:ONLY )?${qualified}`,
  `^CREATE MATERIALIZED VIEW (?:IF NOT EXISTS )?${qualified}`,
  `^CREATE (?:UNIQUE )?INDEX (?:.*? )?ON (?:ONLY )?${qualified}`,
  `^UPDATE (?:ONLY )?${qualified}`,
  `^(?:DELETE FROM|TRUNCATE(?: TABLE)?) (?:ONLY )?${qualified}`,
  `^(?:CLUSTER|REINDEX TABLE|VACUUM FULL) ${qualified}`,
].map((form) => new RegExp(form, 'iu'));

/** The table, or materialized view, that a statement is about, without quotes and the schema `public`: undefined where it is about none. */
export function tableOf(statement: string): string | undefined {
  const found = forms.flatMap((form) => form.exec(statement)?.[1] ?? [])[0];
  return found?.replace(/"/g, '').replace(/^public\./, '');
}

/** TypeORM's own: it keeps there how entities spell views and generated columns, and who changes one writes it anew. */
export function isMetadata(table: string): boolean {
  return table.split('.').at(-1) === 'typeorm_metadata';
}
