import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE DOMAIN ${schema}.email AS varchar(100) CONSTRAINT at_sign CHECK (VALUE LIKE '%@%')`,
  `CREATE TABLE ${schema}.t (mail ${schema}.email)`,
];
