import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.t (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL)`,
];
