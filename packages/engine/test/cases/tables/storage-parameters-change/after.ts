import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.t (a text) WITH (fillfactor = 80, toast.autovacuum_enabled = false)`,
];
