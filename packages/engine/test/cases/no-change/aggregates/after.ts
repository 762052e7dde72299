import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE FUNCTION ${schema}.longer(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN length(b) > length(a) THEN b ELSE a END $$`,
  `CREATE AGGREGATE ${schema}.longest(text) (SFUNC = ${schema}.longer, STYPE = text, INITCOND = '', PARALLEL = SAFE)`,
];
