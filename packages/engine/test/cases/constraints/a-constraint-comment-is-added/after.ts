import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.t (a int, CONSTRAINT c CHECK (a > 0))`,
  `COMMENT ON CONSTRAINT c ON ${schema}.t IS 'positive'`,
];
