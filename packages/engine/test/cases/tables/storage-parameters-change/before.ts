import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.t (a text) WITH (fillfactor = 70, autovacuum_enabled = false)`,
];
