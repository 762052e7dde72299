import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE AGGREGATE ${schema}.total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0')`,
];
