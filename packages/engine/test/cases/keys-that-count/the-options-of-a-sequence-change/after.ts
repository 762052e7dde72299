import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE SEQUENCE ${schema}.s INCREMENT 2 MINVALUE 0 MAXVALUE 99 CACHE 3 CYCLE`,
];
